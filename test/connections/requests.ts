import { randomBytes } from 'node:crypto';
import type { Random } from '@waybill/random';

const paths = [
  '/',
  '/x',
  '/graphql',
  '/health',
  '/ready',
  '/orders?first=1',
  '/changes?waitMs=10000',
  '/audit',
] as const;
const methods = ['GET', 'POST', 'PUT', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT', 'PRI', 'get', 'G@T'] as const;
const operations = [
  '{ viewer { id } }',
  'subscription { orderChanged(id: "ORD-1") { revision } }',
  'subscription { ordersChanged { cursor } }',
  '{',
] as const;

/** The bytes of one way to speak HTTP, or nearly. */
export function httpBytes(random: Random, token: string): Buffer[] {
  const ways = [
    upgrade,
    upgrade,
    operation,
    operation,
    plain,
    pipeline,
    partialBody,
    oversized,
    brokenChunks,
    noise,
  ] as const;
  return random
    .oneOf(ways)(random, token)
    .map((text) => Buffer.from(text, 'latin1'));
}

type Way = (random: Random, token: string) => string[];

const request = (method: string, path: string, headers: readonly string[], body = ''): string =>
  `${[`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers].join('\r\n')}\r\n\r\n${body}`;

const plain: Way = (random) => [request(random.oneOf(methods), random.oneOf(paths), [])];

const operation: Way = (random, token) => {
  const body = JSON.stringify({ query: random.oneOf(operations) });
  const accept = random.oneOf(['application/json', 'text/event-stream', '*/*']);
  const length = random.oneOf([body.length, body.length, body.length - 3, body.length + 3]);
  return [request('POST', '/graphql', [...jsonBy(token, length), `accept: ${accept}`], body)];
};

/** Some of the headers that a WebSocket's handshake needs, true or false. */
const upgrade: Way = (random, token) => {
  const headers = [
    random.oneOf(['upgrade: websocket', 'upgrade: h2c', 'upgrade: x, websocket']),
    random.oneOf(['connection: upgrade', 'connection: keep-alive, Upgrade', 'connection: close']),
    random.oneOf(['sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-key: short', 'x: y']),
    random.oneOf(['sec-websocket-version: 13', 'sec-websocket-version: 8', 'x: y']),
    random.oneOf(['sec-websocket-protocol: graphql-transport-ws', 'sec-websocket-protocol: ,', 'x: y']),
    random.oneOf(['origin: http://evil.example', 'origin: null', 'origin: http://127.0.0.1', 'x: y']),
    random.oneOf(['content-length: 5', 'authorization: Bearer x', `authorization: Bearer ${token}`]),
  ];
  return [
    request(random.oneOf(methods), random.oneOf(paths), headers),
    random.oneOf(['', 'hello', 'GET / HTTP/1.1\r\n']),
  ];
};

const pipeline: Way = (random, token) => {
  const several = Array.from({ length: 2 + Math.floor(random.next() * 60) }, () =>
    request('GET', random.oneOf(paths), []),
  );
  return random.next() < 0.5 ? several : [...operation(random, token), ...several, ...upgrade(random, token)];
};

const partialBody: Way = (random, token) => [
  request(
    'POST',
    random.oneOf(paths),
    [...jsonBy(token, 100_000), random.oneOf(['x: y', 'expect: 100-continue'])],
    '{"query":',
  ),
];

const oversized: Way = (random) => [
  request('GET', random.oneOf(paths), [`x: ${'y'.repeat(random.oneOf([15_000, 20_000, 200_000]))}`]),
];

const brokenChunks: Way = (random, token) => [
  request(
    'POST',
    random.oneOf(paths),
    [...jsonBy(token), 'transfer-encoding: chunked'],
    random.oneOf(['5\r\nhel', 'zz\r\n', '0\r\n\r\n']),
  ),
];

/** No HTTP at all; the second is how TLS says hello. */
const noise: Way = (random) => [
  random.oneOf([
    '',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    '\r\n\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET',
  ]),
  random.next() < 0.5 ? '' : randomBytes(200).toString('latin1'),
];

const jsonBy = (token: string, length?: number): string[] => [
  'content-type: application/json',
  `authorization: Bearer ${token}`,
  ...(length === undefined ? [] : [`content-length: ${length}`]),
];
