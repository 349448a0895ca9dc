import { once } from 'node:events';
import { expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { anIsolatedGateway } from './support/isolated-gateway.ts';

const front = anIsolatedGateway();

test.each<[string, string, object]>([
  ['nothing', 'null', { type: 'pong' }],
  ['what is short', '{"at":1}', { type: 'pong', payload: { at: 1 } }],
  ['a deep list', `{"a":${'['.repeat(25_000)}${']'.repeat(25_000)}}`, { type: 'pong' }],
  ['a deep object', `${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`, { type: 'pong' }],
  ['a long text', `{"a":"${'x'.repeat(50_000)}"}`, { type: 'pong' }],
  ['many values', `{"a":[${'1,'.repeat(25_000)}1]}`, { type: 'pong' }],
])('a ping with %s is answered, and its socket stays open', async (_, payload, answer) => {
  const socket = front().socket();
  await once(socket, 'open');
  const received: unknown[] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data))));

  socket.send(`{"type":"ping","payload":${payload}}`);
  socket.send(JSON.stringify({ type: 'connection_init', payload: front().authorization }));
  await eventually(() => expect(received).toHaveLength(2));

  expect(received).toEqual([answer, { type: 'connection_ack' }]);
  socket.close();
});
