import { openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createFollowers } from './support/followers.ts';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

const { follow, aWaitingOrder } = createFollowers(() => testEngine);

test('the progress of a label is read from the heartbeat, without querying the workflow', async () => {
  const orderId = await aWaitingOrder();
  const watch = follow(orderId);
  await testEngine.labelStands(orderId, 40);
  const early = await watch.until(({ running }) => running?.percent === 40);
  const before = testEngine.calls('QueryWorkflow');

  const steps = [];
  for (const percent of [50, 60, 70]) {
    await testEngine.labelStands(orderId, percent);
    steps.push((await watch.until(({ running }) => running?.percent === percent)).running?.step);
  }

  expect(early.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40, lastError: null });
  expect(steps).toEqual(Array(3).fill('CREATE_LABEL'));
  expect(testEngine.calls('QueryWorkflow') - before).toBeLessThanOrEqual(1); // after the task that noted its start
});

test('the first state that a follower gets has the running step with its progress', async () => {
  const orderId = await aWaitingOrder();
  await testEngine.labelStands(orderId, 40);
  await follow(orderId).until(({ running }) => running?.percent === 40);

  const first = await follow(orderId).next();

  expect(first?.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40 });
});
