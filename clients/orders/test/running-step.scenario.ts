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
  await testEngine.labelStands(orderId, 50);
  await watch.until(({ running }) => running?.percent === 50); // it has heard of all that began the label
  const before = testEngine.calls('QueryWorkflow');

  await testEngine.labelStands(orderId, 60);
  const late = await watch.until(({ running }) => running?.percent === 60);

  expect(early.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40, lastError: null });
  expect(late.running).toMatchObject({ step: 'CREATE_LABEL', percent: 60 });
  expect(testEngine.calls('QueryWorkflow')).toBe(before);
});

test('the first state that a follower gets has the running step with its progress', async () => {
  const orderId = await aWaitingOrder();
  await testEngine.labelStands(orderId, 40);
  await follow(orderId).until(({ running }) => running?.percent === 40);

  const first = await follow(orderId).next();

  expect(first?.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40 });
});
