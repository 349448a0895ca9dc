import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { bundledPrograms, bundledWorkflows } from '@waybill/bundles';
import { afterEach, expect, test } from 'vitest';
import { addressOf, refusingEngine } from './support/refusing-engine.ts';
import { allServices } from './support/services.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const file = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../clients/orders/test/support/tls/${name}`, import.meta.url)));

const unauthorized = { code: 16, message: 'Request unauthorized.' };

async function engine(refused: Parameters<typeof refusingEngine>[0] = {}): Promise<string> {
  const { address, close } = await refusingEngine(refused);
  closing.push(close);
  return address;
}

async function engineOverTls(): Promise<string> {
  const server = createTlsServer({ key: file('client.key'), cert: file('client.pem'), ALPNProtocols: ['h2'] });
  server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return addressOf(server);
}

async function takenPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return addressOf(server).split(':')[1] ?? '';
}

const at = (TEMPORAL_ADDRESS: string) => ({ TEMPORAL_ADDRESS });

test.each<[string, () => Promise<Record<string, string>>, RegExp]>([
  [
    'an engine that is not there',
    async () => at('127.0.0.1:1'),
    /^TEMPORAL_ADDRESS: the engine at 127.0.0.1:1 cannot be reached: the connection is refused$/,
  ],
  [
    'an engine whose name nobody knows',
    async () => at('nowhere.invalid:7233'),
    /^TEMPORAL_ADDRESS: the engine at nowhere.invalid:7233 cannot be reached: its name cannot be resolved$/,
  ],
  [
    'a namespace that the engine does not have',
    async () => {
      const refused = { DescribeNamespace: { code: 5, message: 'Namespace shpo is not found.' } };
      return { ...at(await engine(refused)), TEMPORAL_NAMESPACE: 'shpo' };
    },
    /^TEMPORAL_NAMESPACE: the engine at [\d.:]+ has no namespace shpo$/,
  ],
  [
    'an engine that is still starting',
    async () => at(await engine({ GetSystemInfo: { code: 14, message: 'it is starting' } })),
    /^TEMPORAL_ADDRESS: the engine at [\d.:]+ cannot be reached: it is starting$/,
  ],
  [
    'TLS to an engine without it',
    async () => ({ ...at(await engine()), TEMPORAL_TLS: 'true' }),
    /^TEMPORAL_TLS: it enables TLS, and the engine at [\d.:]+ does not use TLS$/,
  ],
  [
    'an API key, and so TLS, to an engine without it',
    async () => ({ ...at(await engine()), TEMPORAL_API_KEY: 'a-key-of-the-shop' }),
    /^TEMPORAL_API_KEY: it enables TLS, and the engine at [\d.:]+ does not use TLS$/,
  ],
  [
    'no TLS to an engine that requires it',
    async () => at(await engineOverTls()),
    /^TEMPORAL_TLS: it is off, and the engine at [\d.:]+ ends the connection, as where it requires TLS$/,
  ],
  [
    'an engine that requires an API key',
    async () => at(await engine({ GetSystemInfo: unauthorized })),
    /^TEMPORAL_API_KEY: is missing, and the engine at [\d.:]+ requires authorization for the namespace default$/,
  ],
  [
    'a namespace that is not open to everybody',
    async () => at(await engine({ DescribeNamespace: { code: 7, message: 'Request unauthorized.' } })),
    /^TEMPORAL_API_KEY: is missing, and the engine at [\d.:]+ requires authorization for the namespace default$/,
  ],
  [
    'a token that order book and providers refuse',
    async () => {
      const { urls, stop } = await allServices({
        allowedHosts: new Set(),
        serviceTokens: ['a-token-that-services-bring-each-other'],
      });
      closing.push(stop);
      const token = { WAYBILL_SERVICE_TOKEN: 'another-token-of-thirty-two-letters' };
      return {
        ...at('127.0.0.1:1'),
        ...token,
        WAYBILL_ORDER_BOOK_URL: urls['order book'],
        WAYBILL_CHAOS_URL: urls.chaos,
      };
    },
    /^WAYBILL_SERVICE_TOKEN: it is refused by the order book$/,
  ],
  [
    'a port of the metrics that is taken',
    async () => ({ ...at('127.0.0.1:1'), WAYBILL_METRICS_PORT: await takenPort() }),
    /^WAYBILL_METRICS_HOST and WAYBILL_METRICS_PORT: address already in use: 127.0.0.1:\d+$/,
  ],
  [
    'a host of the metrics that is a name',
    async () => ({ ...at('127.0.0.1:1'), WAYBILL_METRICS_HOST: 'localhost', WAYBILL_METRICS_PORT: '1' }),
    /^WAYBILL_METRICS_HOST and WAYBILL_METRICS_PORT: a worker listens on an IP address, not on a name: localhost:1$/,
  ],
])('a worker with %s ends with one line that names the setting', async (_, settings, line) => {
  const { PATH = '' } = process.env;
  const env = { PATH, WAYBILL_WORKFLOW_BUNDLE: await bundledWorkflows(), ...(await settings()) };
  const worker = spawn(process.execPath, [(await bundledPrograms()).worker], { env });
  const output = Promise.all([text(worker.stdout), text(worker.stderr)]);

  const [code] = await once(worker, 'close');

  const lines = (await output).join('').trim().split('\n');
  expect(lines.map((each) => JSON.parse(each))).toMatchObject([
    { level: 60, msg: 'cannot start', error: expect.stringMatching(line) },
  ]);
  expect(code).toBe(1);
});
