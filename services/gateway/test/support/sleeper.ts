import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Driver } from './driver.ts';

/** A subscriber that reads nothing until it is woken. */
export type Sleeper = {
  /** The bytes that the gateway buffers for it. */
  unsent: () => number;
  wake: () => void;
  /** The numbers of what it was told. */
  seen: number[];
  leave: () => void;
};

export type Asleep = (driver: Driver, query: string) => Promise<Sleeper>;

const numbersIn = (text: string) => [...text.matchAll(/"(?:seq|revision)":(\d+)/g)].map(([, number]) => Number(number));

export const overWebSocket: Asleep = async ({ endpoint, authorization }, query) => {
  const { socket: own, unsent } = await connected(endpoint);
  const socket = new WebSocket(endpoint.replace('http', 'ws'), 'graphql-transport-ws', { createConnection: () => own });
  const seen: number[] = [];
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: authorization }));
  await once(socket, 'message');
  socket.pause();
  socket.on('message', (data) => seen.push(...numbersIn(String(data))));
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  return { seen, unsent, wake: () => socket.resume(), leave: () => socket.terminate() };
};

export const overEvents: Asleep = async ({ endpoint, authorization }, query) => {
  const { socket: own, unsent } = await connected(endpoint);
  const headers = { ...authorization, 'content-type': 'application/json', accept: 'text/event-stream' };
  const asking = request(endpoint, { method: 'POST', headers, createConnection: () => own });
  asking.end(JSON.stringify({ query }));
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const seen: number[] = [];
  let text = '';
  const read = (chunk: Buffer) => {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) seen.push(...numbersIn(event));
  };
  response.on('error', () => undefined);
  return { seen, unsent, wake: () => response.on('data', read), leave: () => response.destroy() };
};

/** A connection, of which both ends are at hand: the gateway is in this process. */
async function connected(endpoint: string) {
  const ends = new Map<number | undefined, Socket>();
  const keep = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    ends.set(socket.remotePort, socket);
  };
  subscribe('net.server.socket', keep);
  const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
  await once(socket, 'connect');
  while (!ends.has(socket.localPort)) await new Promise(setImmediate);
  unsubscribe('net.server.socket', keep);
  const gatewaysEnd = ends.get(socket.localPort);
  return { socket, unsent: () => gatewaysEnd?.writableLength ?? 0 };
}
