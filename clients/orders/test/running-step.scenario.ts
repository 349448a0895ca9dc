import { openStage, type Stage } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createFollowers } from './support/followers.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(inject('temporalAddress'));
});
afterAll(() => stage.close());

const { follow, aWaitingOrder } = createFollowers(() => stage);

test('the progress of a label is read from the heartbeat, without querying the workflow', async () => {
  const orderId = await aWaitingOrder();
  const watch = follow(orderId);
  await stage.labelStands(orderId, 40);
  const early = await watch.until(({ running }) => running?.percent === 40);
  await stage.labelStands(orderId, 50);
  await watch.until(({ running }) => running?.percent === 50); // it has heard of all that began the label
  const before = stage.calls('QueryWorkflow');

  await stage.labelStands(orderId, 60);
  const late = await watch.until(({ running }) => running?.percent === 60);

  expect(early.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40, lastError: null });
  expect(late.running).toMatchObject({ step: 'CREATE_LABEL', percent: 60 });
  expect(stage.calls('QueryWorkflow')).toBe(before);
});

test('the first state that a follower gets has the running step with its progress', async () => {
  const orderId = await aWaitingOrder();
  await stage.labelStands(orderId, 40);
  await follow(orderId).until(({ running }) => running?.percent === 40);

  const first = await follow(orderId).next();

  expect(first?.running).toMatchObject({ step: 'CREATE_LABEL', attempt: 1, percent: 40 });
});
