import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@waybill/random';
import { handshake, webSocketFrames } from './frames.ts';
import { httpBytes } from './requests.ts';

/** The behaviour of one client: bytes in pieces, and an end. */
export type Conversation = {
  pieces: Buffer[];
  /** Waits for the server's first bytes after this piece. */
  readsAfter: number | undefined;
  ending: Ending;
};

const endings = ['reset', 'leave', 'half-close', 'read nothing, then reset', 'stay'] as const;
type Ending = (typeof endings)[number];

/** The time limit of a client; servers respond or disconnect sooner. */
const patienceMs = 40;

/** A hostile conversation, which may begin like a valid one. */
export function conversation(random: Random, token: string): Conversation {
  const opensSocket = random.next() < 0.3;
  const opening = opensSocket ? [handshake()] : httpBytes(random, token);
  const rest = opensSocket ? webSocketFrames(random, token) : [];
  const bytes = Buffer.concat([...opening, ...rest]);
  const whole = random.next() < 0.3 ? bytes.subarray(0, Math.floor(random.next() * bytes.length)) : bytes;
  const pieces = cut(random, whole);
  const readsAfter = random.next() < 0.6 ? Math.floor(random.next() * pieces.length) : undefined;
  return { pieces, readsAfter, ending: random.oneOf(endings) };
}

/** Runs the conversation with the server on the port; resolves when the connection is closed. */
export async function converse(
  port: number,
  { pieces, readsAfter, ending }: Conversation,
  random: Random,
): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  const closed = next(socket, 'close');
  if (ending === 'read nothing, then reset') socket.pause();
  else socket.on('data', () => undefined);
  await eitherOf(next(socket, 'connect'), closed);
  for (const [at, piece] of pieces.entries()) {
    if (socket.destroyed) break;
    socket.write(piece);
    if (at === readsAfter) await eitherOf(next(socket, 'data'), closed);
    else if (pieces.length > 1) await pause(random.next() * 3);
  }
  await end(socket, ending, closed);
  await closed;
}

async function end(socket: Socket, ending: Ending, closed: Promise<void>): Promise<void> {
  if (ending === 'half-close') socket.end();
  if (ending === 'half-close' || ending === 'stay') await eitherOf(closed);
  if (ending === 'reset' || ending === 'read nothing, then reset') socket.resetAndDestroy();
  else socket.destroy();
}

const next = (socket: Socket, event: string) => new Promise<void>((resolve) => socket.once(event, () => resolve()));

/** Whatever comes first, for no longer than a client has patience. */
const eitherOf = (...events: Promise<void>[]) => Promise.race([...events, pause(patienceMs)]);

/** At random places, mostly in few pieces. */
function cut(random: Random, bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  const count = random.oneOf([1, 1, 2, 3, 12]);
  const places = Array.from({ length: count - 1 }, () => Math.floor(random.next() * bytes.length)).sort(
    (a, b) => a - b,
  );
  for (const [at, from] of [0, ...places].entries()) pieces.push(bytes.subarray(from, places[at] ?? bytes.length));
  return pieces;
}
