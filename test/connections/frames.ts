import type { Random } from '@waybill/random';

const handshakeLines = [
  'GET /graphql HTTP/1.1',
  'host: 127.0.0.1',
  'upgrade: websocket',
  'connection: upgrade',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version: 13',
  'sec-websocket-protocol: graphql-transport-ws',
];

/** A handshake that is accepted. */
export const handshake = (): Buffer => Buffer.from(`${handshakeLines.join('\r\n')}\r\n\r\n`);

const subscription = { query: 'subscription { orderChanged(id: "ORD-1") { revision } }' };

/** Messages of an authenticated client, with occasional invalid messages or frames. */
export function webSocketFrames(random: Random, token: string): Buffer[] {
  const subscribe = () => message({ id: random.oneOf(['1', '2', '3']), type: 'subscribe', payload: subscription });
  const others = [
    subscribe,
    subscribe,
    () => message({ id: random.oneOf(['1', '2', '3']), type: 'complete' }),
    () => message({ id: '9', type: 'subscribe', payload: { query: '{ viewer { id } }' } }),
    () => message({ type: 'ping', payload: { long: 'x'.repeat(5_000) } }),
    () => message({ type: 'connection_init' }),
    () => frame(0x81, '{'),
    () => frame(0x89, 'ping'),
    () => frame(0x88, ''),
    () => frame(0x01, 'never finished'),
    () => frame(0xf3, 'reserved'),
    () => Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    () => Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]),
  ] as const;
  const init = message({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  const count = Math.floor(random.next() * 8);
  return [...(random.next() < 0.8 ? [init] : []), ...Array.from({ length: count }, () => random.oneOf(others)())];
}

/** A message of `graphql-transport-ws` in wire format. */
export const message = (value: unknown): Buffer => frame(0x81, JSON.stringify(value));

const mask = Buffer.from([7, 7, 7, 7]);

/** A frame as clients send it (RFC 6455 §5.2), masked. */
function frame(head: number, text: string): Buffer {
  const payload = Buffer.from(text).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([head, ...length]), mask, payload]);
}
