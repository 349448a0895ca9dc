import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@waybill/random';
import { handshake, message } from './frames.ts';

export type Quitter = (url: string, token: string, random: Random) => Promise<void>;

const query = 'subscription { orderChanged(id: "ORD-1") { revision } }';
const ids = ['1', '2', '3', '4'] as const;

/** Opens an event stream and leaves it at a random time: before the response, in the middle, or unread. */
export const quitsEvents: Quitter = async (url, token, random) => {
  const { socket, hears } = await opened(url);
  const body = JSON.stringify({ query });
  const headers = [
    ...['POST /graphql HTTP/1.1', 'host: 127.0.0.1', 'accept: text/event-stream', 'content-type: application/json'],
    ...[`authorization: Bearer ${token}`, `content-length: ${body.length}`],
  ];
  const request = `${headers.join('\r\n')}\r\n\r\n${body}`;
  socket.write(random.oneOf([request, request, request + request, request.slice(0, -5)]));
  if (random.next() < 0.2) socket.pause();
  await hears(random.oneOf([undefined, 'HTTP/1.1', 'revision', 'revision']));
  await leave(socket, random);
};

/** Says who it is, subscribes and completes in any order and often in one packet, and leaves at some moment. */
export const quitsSocket: Quitter = async (url, token, random) => {
  const { socket, hears } = await opened(url);
  socket.write(handshake());
  socket.write(message({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await hears(random.oneOf([undefined, 'connection_ack', 'connection_ack', 'connection_ack']));
  for (let packet = 0; packet < 3; packet++) {
    socket.write(Buffer.concat(Array.from({ length: 1 + Math.floor(random.next() * 5) }, () => somethingSaid(random))));
    await hears(random.oneOf([undefined, 'revision', 'revision']));
  }
  await leave(socket, random);
};

/** An id is used again only after it was completed. */
function somethingSaid(random: Random): Buffer {
  const id = random.oneOf(ids);
  const subscribe = message({ id, type: 'subscribe', payload: { query } });
  const complete = message({ id, type: 'complete' });
  return Buffer.concat(random.oneOf([[complete, subscribe], [complete, subscribe, complete, subscribe], [complete]]));
}

/** Nobody waits longer for what may never come. */
const patienceMs = 200;

async function opened(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const hears = (what: string | undefined) => {
    if (what === undefined) return undefined;
    const heard = new Promise<void>((resolve) =>
      socket.on('data', (bytes) => (bytes.includes(what) ? resolve() : undefined)),
    );
    return Promise.race([heard, closed, pause(patienceMs)]);
  };
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), closed]);
  return { socket, hears };
}

async function leave(socket: Socket, random: Random): Promise<void> {
  await pause(random.oneOf([0, 1, 5, 20]));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  if (random.next() < 0.5) socket.resetAndDestroy();
  else socket.destroy();
  if (!socket.closed) await closed;
}
