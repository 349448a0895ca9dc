import { once } from 'node:events';
import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';
import { placing } from './support/sentences.ts';

const front = anIsolatedGateway();

const refused = {
  placeOrder: { __typename: 'InvalidInput', fields: [{ path: ['idempotencyKey'], message: expect.any(String) }] },
};

test.each([
  ['is empty', ''],
  ['is blank', '   '],
  ['is longer than a key may be', 'k'.repeat(256)],
  ['has a tab', 'a\tb'],
  ['has letters that two clients may send as different bytes', 'clé'],
])('a header Idempotency-Key that %s is refused like the field', async (_, key) => {
  const answer = await front().ask(placing(), { 'idempotency-key': key });

  expect(answer.data).toMatchObject(refused);
});

test('an empty header Idempotency-Key is refused over WebSocket too', async () => {
  const socket = front().socket('graphql-transport-ws', { 'idempotency-key': '' });
  await once(socket, 'open');
  const say = async (message: object) => {
    socket.send(JSON.stringify(message));
    return JSON.parse(String((await once(socket, 'message'))[0]));
  };
  await say({ type: 'connection_init', payload: front().authorization });

  const { payload } = await say({ type: 'subscribe', id: '1', payload: { query: placing() } });

  expect(payload.data).toMatchObject(refused);
  socket.terminate();
});

test('a header Idempotency-Key that the field contradicts is refused', async () => {
  const answer = await front().ask(placing('idempotencyKey: "one"'), { 'idempotency-key': 'other' });

  expect(answer.data).toMatchObject(refused);
});
