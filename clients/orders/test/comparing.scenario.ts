import { anOrder, openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

test('an order that cannot be queried does not prevent others from being compared with the book', async () => {
  const [broken, sound] = [await aWaitingOrder(), await aWaitingOrder()];
  await testEngine.hasABug(broken);
  await expect.poll(() => testEngine.orders.taskFailing(broken)).toBe(true);

  const answers = [await testEngine.openOrders.read(broken, 0), await testEngine.openOrders.read(sound, 0)];

  expect(answers).toMatchObject(['failing', { order: { orderId: sound }, attention: null }]);
});

test('an order is stuck from the fifth attempt of its step', async () => {
  const orderId = await aWaitingOrder();
  const before = await testEngine.openOrders.read(orderId, 0);

  await testEngine.labelFails(orderId);

  expect(before).toMatchObject({ attention: null });
  await expect
    .poll(() => testEngine.openOrders.read(orderId, 0), { timeout: 30_000 })
    .toMatchObject({ attention: 'STUCK' });
});

async function aWaitingOrder(): Promise<string> {
  const { orderId } = await testEngine.orders.place(anOrder(), { idempotencyKey: null, caller: 'CUST-1' });
  await expect
    .poll(() => testEngine.openOrders.read(orderId, 0))
    .toMatchObject({ order: { status: 'AWAITING_APPROVAL' } });
  return orderId;
}
