import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '@waybill/torture/dice';
import { handshake, message } from './frames.ts';

export type Quitter = (url: string, token: string, dice: Dice) => Promise<void>;

const query = 'subscription { orderChanged(id: "ORD-1") { revision } }';
const ids = ['1', '2', '3', '4'] as const;

/** Opens a stream of events and leaves it at some moment: before its answer, in the middle, or unread. */
export const quitsEvents: Quitter = async (url, token, dice) => {
  const { socket, hears } = await opened(url);
  const body = JSON.stringify({ query });
  const headers = [
    ...['POST /graphql HTTP/1.1', 'host: 127.0.0.1', 'accept: text/event-stream', 'content-type: application/json'],
    ...[`authorization: Bearer ${token}`, `content-length: ${body.length}`],
  ];
  const request = `${headers.join('\r\n')}\r\n\r\n${body}`;
  socket.write(dice.oneOf([request, request, request + request, request.slice(0, -5)]));
  if (dice.roll() < 0.2) socket.pause();
  await hears(dice.oneOf([undefined, 'HTTP/1.1', 'revision', 'revision']));
  await leave(socket, dice);
};

/** Says who it is, subscribes and completes in any order and often in one packet, and leaves at some moment. */
export const quitsSocket: Quitter = async (url, token, dice) => {
  const { socket, hears } = await opened(url);
  socket.write(handshake());
  socket.write(message({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await hears(dice.oneOf([undefined, 'connection_ack', 'connection_ack', 'connection_ack']));
  for (let packet = 0; packet < 3; packet++) {
    socket.write(Buffer.concat(Array.from({ length: 1 + Math.floor(dice.roll() * 5) }, () => somethingSaid(dice))));
    await hears(dice.oneOf([undefined, 'revision', 'revision']));
  }
  await leave(socket, dice);
};

/** An id is used again only after it was completed. */
function somethingSaid(dice: Dice): Buffer {
  const id = dice.oneOf(ids);
  const subscribe = message({ id, type: 'subscribe', payload: { query } });
  const complete = message({ id, type: 'complete' });
  return Buffer.concat(dice.oneOf([[complete, subscribe], [complete, subscribe, complete, subscribe], [complete]]));
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

async function leave(socket: Socket, dice: Dice): Promise<void> {
  await pause(dice.oneOf([0, 1, 5, 20]));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  if (dice.roll() < 0.5) socket.resetAndDestroy();
  else socket.destroy();
  if (!socket.closed) await closed;
}
