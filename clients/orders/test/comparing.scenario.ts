import { anOrder, openStage, type Stage } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(inject('temporalAddress'));
});
afterAll(() => stage.close());

test('an order that cannot be queried does not prevent others from being compared with the book', async () => {
  const [broken, sound] = [await aWaitingOrder(), await aWaitingOrder()];
  await stage.hasABug(broken);
  await expect.poll(() => stage.orders.taskFailing(broken)).toBe(true);

  const answers = [await stage.openOrders.read(broken, 0), await stage.openOrders.read(sound, 0)];

  expect(answers).toMatchObject(['failing', { order: { orderId: sound }, attention: null }]);
});

test('an order is stuck from the fifth attempt of its step', async () => {
  const orderId = await aWaitingOrder();
  const before = await stage.openOrders.read(orderId, 0);

  await stage.labelFails(orderId);

  expect(before).toMatchObject({ attention: null });
  await expect.poll(() => stage.openOrders.read(orderId, 0), { timeout: 30_000 }).toMatchObject({ attention: 'STUCK' });
});

async function aWaitingOrder(): Promise<string> {
  const { orderId } = await stage.orders.place(anOrder(), { idempotencyKey: null, caller: 'CUST-1' });
  await expect.poll(() => stage.openOrders.read(orderId, 0)).toMatchObject({ order: { status: 'AWAITING_APPROVAL' } });
  return orderId;
}
