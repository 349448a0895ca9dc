import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { beginTrace } from '@waybill/tracing';
import { startTracing } from '@waybill/tracing/start';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

type Received = { headers: IncomingMessage['headers']; body: Buffer };

/** A collector that responds with these statuses in turn, and with 200 from then on. */
async function aCollector({ statuses = [] as number[] } = {}) {
  const received: Received[] = [];
  const server = createServer(async (req, res) => {
    received.push({ headers: req.headers, body: await buffer(req) });
    res.writeHead(statuses.shift() ?? 200, { 'retry-after': '0' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/v1/traces?tenant=shop`, received, close: () => server.close() };
}

/** Records a span, and resolves once it was sent or given up. */
async function record(url: string): Promise<void> {
  const tracing = startTracing('test', { url, share: 1 });
  await beginTrace().record({ name: 'a span' }, async () => undefined);
  await tracing.stop();
}

const namesIn = (body: Buffer): string[] =>
  JSON.parse(body.toString()).resourceSpans[0].scopeSpans[0].spans.map(({ name }: { name: string }) => name);

test('spans are sent as JSON, with the headers that are set under the name of OpenTelemetry', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Bearer%20collector,x-team=orders');
  const collector = await aCollector();

  await record(collector.url);
  collector.close();

  expect(collector.received.map(({ body }) => namesIn(body))).toEqual([['a span']]);
  expect(collector.received[0]?.headers).toMatchObject({
    authorization: 'Bearer collector',
    'content-type': 'application/json',
    'x-team': 'orders',
  });
});

test('they are compressed where OpenTelemetry is set to', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_COMPRESSION', 'gzip');
  const collector = await aCollector();

  await record(collector.url);
  collector.close();

  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = collector.received;
  expect(headers['content-encoding']).toBe('gzip');
  expect(namesIn(gunzipSync(body))).toEqual(['a span']);
});

test('a collector that is overloaded is sent the same spans again', async () => {
  const collector = await aCollector({ statuses: [503, 429] });

  await record(collector.url);
  collector.close();

  expect(collector.received.map(({ body }) => namesIn(body))).toEqual([['a span'], ['a span'], ['a span']]);
});

test('what a collector refuses is not sent again', async () => {
  const collector = await aCollector({ statuses: [400] });

  await record(collector.url);
  collector.close();

  expect(collector.received).toHaveLength(1);
});

test("no request is made by Node's own client, which would make the responses of its server dearer for good", async () => {
  const requests: unknown[] = [];
  const note = (message: unknown) => requests.push(message);
  subscribe('http.client.request.start', note);
  const collector = await aCollector();

  await record(collector.url);
  collector.close();
  unsubscribe('http.client.request.start', note);

  expect(collector.received).toHaveLength(1);
  expect(requests).toEqual([]);
});
