import { once } from 'node:events';
import { WebSocket } from 'ws';
import { answering, usage } from './child.ts';

export type Seat = { url: string; token?: string; query?: string };

const sockets: WebSocket[] = [];
/** The arrival of each message, by its revision, on the clock that all processes of a machine share. */
let arrivals = new Map<string, number[]>();
let heard = 0;
let last = '';

answering({
  ...usage,
  /** Opens these subscriptions, and resolves when each has its first result, if there is one. */
  sit: async (seats: Seat[]) => {
    const atOnce = 200;
    for (let from = 0; from < seats.length; from += atOnce)
      await Promise.all(seats.slice(from, from + atOnce).map(sit));
  },
  heard: () => heard,
  /** The content of the newest message. */
  last: () => last,
  arrivals: () => Object.fromEntries(arrivals),
  forget: () => {
    arrivals = new Map();
    heard = 0;
  },
  leave: async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
  },
});

async function sit({ url, token, query }: Seat): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  sockets.push(socket);
  await once(socket, 'open');
  if (!query) {
    socket.on('message', (data) => hear(String(data)));
    return;
  }
  const first = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const text = String(data);
      if (text.includes('"connection_ack"')) {
        return socket.send(JSON.stringify({ id: 's', type: 'subscribe', payload: { query } }));
      }
      if (!text.includes('"next"')) return;
      hear(text);
      resolve();
    });
  });
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await first;
}

function hear(text: string): void {
  heard++;
  last = text;
  const revision = /"revision":(\d+)/.exec(text)?.[1];
  if (!revision) return;
  const times = arrivals.get(revision) ?? [];
  arrivals.set(revision, times);
  times.push(Number(process.hrtime.bigint()) / 1e6);
}
