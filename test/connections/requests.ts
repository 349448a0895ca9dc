import { randomBytes } from 'node:crypto';
import type { Dice } from '@waybill/torture/dice';

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
export function httpBytes(dice: Dice, token: string): Buffer[] {
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
  return dice
    .oneOf(ways)(dice, token)
    .map((text) => Buffer.from(text, 'latin1'));
}

type Way = (dice: Dice, token: string) => string[];

const request = (method: string, path: string, headers: readonly string[], body = ''): string =>
  `${[`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...headers].join('\r\n')}\r\n\r\n${body}`;

const plain: Way = (dice) => [request(dice.oneOf(methods), dice.oneOf(paths), [])];

const operation: Way = (dice, token) => {
  const body = JSON.stringify({ query: dice.oneOf(operations) });
  const accept = dice.oneOf(['application/json', 'text/event-stream', '*/*']);
  const length = dice.oneOf([body.length, body.length, body.length - 3, body.length + 3]);
  return [request('POST', '/graphql', [...jsonBy(token, length), `accept: ${accept}`], body)];
};

/** Some of the headers that a WebSocket's handshake needs, true or false. */
const upgrade: Way = (dice, token) => {
  const headers = [
    dice.oneOf(['upgrade: websocket', 'upgrade: h2c', 'upgrade: x, websocket']),
    dice.oneOf(['connection: upgrade', 'connection: keep-alive, Upgrade', 'connection: close']),
    dice.oneOf(['sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-key: short', 'x: y']),
    dice.oneOf(['sec-websocket-version: 13', 'sec-websocket-version: 8', 'x: y']),
    dice.oneOf(['sec-websocket-protocol: graphql-transport-ws', 'sec-websocket-protocol: ,', 'x: y']),
    dice.oneOf(['origin: http://evil.example', 'origin: null', 'origin: http://127.0.0.1', 'x: y']),
    dice.oneOf(['content-length: 5', 'authorization: Bearer x', `authorization: Bearer ${token}`]),
  ];
  return [request(dice.oneOf(methods), dice.oneOf(paths), headers), dice.oneOf(['', 'hello', 'GET / HTTP/1.1\r\n'])];
};

const pipeline: Way = (dice, token) => {
  const several = Array.from({ length: 2 + Math.floor(dice.roll() * 60) }, () => request('GET', dice.oneOf(paths), []));
  return dice.roll() < 0.5 ? several : [...operation(dice, token), ...several, ...upgrade(dice, token)];
};

const partialBody: Way = (dice, token) => [
  request(
    'POST',
    dice.oneOf(paths),
    [...jsonBy(token, 100_000), dice.oneOf(['x: y', 'expect: 100-continue'])],
    '{"query":',
  ),
];

const oversized: Way = (dice) => [
  request('GET', dice.oneOf(paths), [`x: ${'y'.repeat(dice.oneOf([15_000, 20_000, 200_000]))}`]),
];

const brokenChunks: Way = (dice, token) => [
  request(
    'POST',
    dice.oneOf(paths),
    [...jsonBy(token), 'transfer-encoding: chunked'],
    dice.oneOf(['5\r\nhel', 'zz\r\n', '0\r\n\r\n']),
  ),
];

/** No HTTP at all; the second is how TLS says hello. */
const noise: Way = (dice) => [
  dice.oneOf([
    '',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    '\r\n\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET',
  ]),
  dice.roll() < 0.5 ? '' : randomBytes(200).toString('latin1'),
];

const jsonBy = (token: string, length?: number): string[] => [
  'content-type: application/json',
  `authorization: Bearer ${token}`,
  ...(length === undefined ? [] : [`content-length: ${length}`]),
];
