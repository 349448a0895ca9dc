import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from '../services/gateway/test/support/gateway-with-doubles.ts';
import { rawClient } from '../services/platform/test/support/raw-client.ts';

const lines: unknown[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles({ limits: { bodyBytes: 1_000 }, log });
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => fixture.close());

const head = (accept: string) => [
  ...['POST /graphql HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json', `accept: ${accept}`],
  `authorization: ${fixture.gateway.authorization.authorization}`,
];

describe.each(['application/json', 'text/event-stream', '*/*'])('for %s', (accept) => {
  test.each([
    ['of a length', ['content-length: 100', '', '{"query":']],
    ['in chunks', ['transfer-encoding: chunked', '', '9', '{"query":', '']],
  ])('a body %s that its sender cuts off is not an error of the gateway', async (_, rest) => {
    const client = rawClient(fixture.gateway.url);
    client.send(...head(accept), ...rest);
    await client.sent();

    client.socket.resetAndDestroy();
    await client.closed;
    await fixture.gateway.ask('{ viewer { id } }');

    expect(lines).toEqual([]);
  });

  test.each([
    ['of a length', ['content-length: 100000', '', 'x'.repeat(2_000)]],
    ['in chunks', ['transfer-encoding: chunked', '', '7d0', 'x'.repeat(2_000), '']],
  ])('a body %s that is too long is refused before its end, and its connection closed', async (_, rest) => {
    const client = rawClient(fixture.gateway.url);

    client.send(...head(accept), ...rest);
    await client.ended;

    expect(client.statuses()).toEqual([413]);
    expect(client.heard()).toMatch(/^connection: close$/im);
  });
});
