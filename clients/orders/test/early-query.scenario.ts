import { anOrder, openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createFollowers } from './support/followers.ts';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

const { follow, aWaitingOrder } = createFollowers(() => testEngine);

test('an order that changes is queried once for each change', async () => {
  const { orderId } = await testEngine.orders.place(anOrder(), { idempotencyKey: null, caller: 'CUST-1' });
  const watch = follow(orderId);
  const changes = async (times: number) => {
    for (let change = 0; change < times; change++) {
      await testEngine.happen(orderId);
      await watch.until(({ journal }) => journal.some(({ type }) => type === 'STEP_STARTED'));
    }
  };
  await watch.until(({ order }) => order.status === 'AWAITING_APPROVAL');
  await changes(1); // the task before it has a local activity, and takes two queries
  const before = testEngine.calls('QueryWorkflow');

  await changes(5);

  expect(testEngine.calls('QueryWorkflow') - before).toBe(5);
});

test('a change is asked for while it is still pending, and comes with the worker', async () => {
  const orderId = await aWaitingOrder();
  const watch = follow(orderId);
  await watch.next();
  await testEngine.stopWorker();
  const before = testEngine.calls('QueryWorkflow');

  await testEngine.happen(orderId);
  await expect.poll(() => testEngine.calls('QueryWorkflow')).toBeGreaterThan(before);
  await testEngine.startWorker();

  expect((await watch.next())?.journal.map(({ type }) => type)).toEqual(['STEP_STARTED']);
});
