import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { answering, given, usage } from './child.ts';

/** The minimal implementation: Node's own HTTP server sends the same bytes, and ws sends a shared buffer. */
const { answer = '{}' } = given<{ answer?: string }>();
const bytes = Buffer.from(answer);
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length };

const server = createServer((req, res) => {
  req.on('data', () => {}).on('end', () => res.writeHead(200, headers).end(bytes));
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 64 * 1024 });
const groups = new Map<string, Set<WebSocket>>();
sockets.on('connection', (socket, { url = '' }) => {
  const group = new URL(url, 'http://x').searchParams.get('group') ?? '';
  const members = groups.get(group) ?? new Set();
  groups.set(group, members.add(socket));
  socket.on('close', () => members.delete(socket));
  socket.on('message', () => {}).on('error', () => {});
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

answering({
  ...usage,
  url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  /** Sends the text to each group this many times. */
  send: async (names: string[], times: number, text: string) => {
    const shared = Buffer.from(text);
    for (let time = 0; time < times; time++) {
      for (const name of names) {
        for (const member of groups.get(name) ?? []) member.send(shared, { binary: false });
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
});
