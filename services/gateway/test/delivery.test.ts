import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Pace } from '../src/execution/pace.ts';
import type { Delivery } from '../src/execution/result-stream.ts';
import { createDelivery } from '../src/transports/ws/delivery.ts';

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});

describe('a result', () => {
  test.each([1, 33, 34, 32_738, 32_739, 500_000])(
    'a message of %i characters arrives unchanged, between messages of the socket itself',
    async (length) => {
      const { socket, delivery, messages } = await connected();
      const result = JSON.stringify({ data: { note: 'é'.repeat(length) } });

      socket.send('before');
      delivery.send(Buffer.from(result));
      socket.send('after');

      const read = await messages(3);
      expect(read).toEqual(['before', `{"type":"next","payload":${result},"id":"op-1"}`, 'after']);
    },
  );
});

type Connected = { socket: WebSocket; delivery: Delivery; messages: (count: number) => Promise<string[]> };

/** A client of a different implementation, and a delivery to it. */
async function connected(): Promise<Connected> {
  const accepted = new Promise<Pick<Connected, 'socket' | 'delivery'>>((resolve) =>
    server.once('connection', (socket, request) =>
      resolve({ socket, delivery: createDelivery(socket, request.socket, 'op-1', new Pace()) }),
    ),
  );
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read: string[] = [];
  const messages = (count: number) =>
    new Promise<string[]>((resolve, reject) => {
      client.on('error', reject);
      client.on('message', (data) => {
        if (read.push(String(data)) === count) resolve(read);
      });
    });
  return { ...(await accepted), messages };
}
