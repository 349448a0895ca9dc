import { newOrderId, orderIdOfKey, StartConflict } from '@waybill/orders-client';
import { anOrder, openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

test('placing an order costs the engine one call', async () => {
  const before = testEngine.calls('StartWorkflowExecution');

  const { orderId, placed } = await place(anOrder());

  expect(placed).toMatchObject({ orderId, customerId: 'CUST-1' });
  expect(orderId).toMatch(/^ORD-[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(testEngine.calls('StartWorkflowExecution') - before).toBe(1);
  expect(testEngine.calls('DescribeWorkflowExecution')).toBe(0);
});

test('the same order id with the same content is the same order, whoever asks again', async () => {
  const orderId = newOrderId();
  const first = await place(anOrder({ orderId }));

  const again = await place(anOrder({ orderId, placedAt: '2026-02-02T00:00:00.000Z', correlationId: 'c-2' }));

  expect(first.placed?.orderId).toBe(orderId);
  expect(again).toEqual({ orderId, placed: null });
});

test('the same order id with other content is a conflict that names the order', async () => {
  const orderId = newOrderId();
  await place(anOrder({ orderId }));

  const other = place(anOrder({ orderId, customerEmail: 'bob@example.com' }));

  await expect(other).rejects.toSatisfy(isConflictOver(orderId));
});

test('an idempotency key gives the same order again, and another order to another caller', async () => {
  const idempotencyKey = newOrderId();

  const first = await place(anOrder(), { idempotencyKey });
  const again = await place(anOrder(), { idempotencyKey });
  const foreign = await place(anOrder(), { idempotencyKey, caller: 'CUST-2' });

  expect(first.orderId).toBe(orderIdOfKey('CUST-1', idempotencyKey));
  expect(again).toEqual({ orderId: first.orderId, placed: null });
  expect(foreign.placed?.orderId).toBe(orderIdOfKey('CUST-2', idempotencyKey));
});

test('an idempotency key with other content is a conflict', async () => {
  const idempotencyKey = newOrderId();
  const { orderId } = await place(anOrder(), { idempotencyKey });

  const other = place(anOrder({ customerEmail: 'bob@example.com' }), { idempotencyKey });

  await expect(other).rejects.toSatisfy(isConflictOver(orderId));
});

test('a key that came with an order id is found again, with the id and without', async () => {
  const [idempotencyKey, orderId] = [newOrderId(), newOrderId()];
  await place(anOrder({ orderId }), { idempotencyKey });

  const withId = await place(anOrder({ orderId }), { idempotencyKey });
  const without = await place(anOrder(), { idempotencyKey });

  expect(withId).toEqual({ orderId, placed: null });
  expect(without).toEqual({ orderId, placed: null });
});

test('a key that came with an order id is a conflict under another order id, and with other content', async () => {
  const [idempotencyKey, orderId] = [newOrderId(), newOrderId()];
  await place(anOrder({ orderId }), { idempotencyKey });

  const otherId = place(anOrder({ orderId: newOrderId() }), { idempotencyKey });
  const otherContent = place(anOrder({ customerEmail: 'bob@example.com' }), { idempotencyKey });

  await Promise.all([otherId, otherContent].map((other) => expect(other).rejects.toSatisfy(isConflictOver(orderId))));
});

test('a key that was first used without an order id is a conflict with one', async () => {
  const idempotencyKey = newOrderId();
  const { orderId } = await place(anOrder(), { idempotencyKey });

  const withId = place(anOrder({ orderId: newOrderId() }), { idempotencyKey });

  await expect(withId).rejects.toSatisfy(isConflictOver(orderId));
});

test('twenty that place the same order at once agree on one', async () => {
  const orderId = newOrderId();

  const placements = await Promise.all(Array.from({ length: 20 }, () => place(anOrder({ orderId }))));

  expect(placements.filter(({ placed }) => placed !== null)).toHaveLength(1);
});

type Under = { idempotencyKey?: string; caller?: string };

const place = (order: ReturnType<typeof anOrder>, { idempotencyKey, caller = 'CUST-1' }: Under = {}) =>
  testEngine.orders.place(order, { idempotencyKey: idempotencyKey ?? null, caller });

const isConflictOver = (orderId: string) => (error: unknown) => error instanceof StartConflict && error.id === orderId;
