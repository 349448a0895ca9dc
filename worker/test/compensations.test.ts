import { ActivityFailure, ApplicationFailure, RetryState } from '@temporalio/common';
import { stepsOf } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { createOrderCompensation, OrderCompensations } from '../src/workflows/order/saga/compensation.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';
import { undone } from './support/reading.ts';

test('a compensation that fails does not stop the others, and is reported', async () => {
  const order = anOrderOnRecord();
  const compensations = new OrderCompensations();
  const ran: string[] = [];
  register(compensations, 'AUTHORIZE_PAYMENT', async () => {
    ran.push('release');
    return { effect: 'DONE', attempt: 1 };
  });
  register(compensations, 'RESERVE_INVENTORY', async () => {
    ran.push('release stock');
    throw failed('UNKNOWN_ORDER');
  });

  const allWorked = await compensations.run(order);

  expect(allWorked).toBe(false);
  expect(ran).toEqual(['release stock', 'release']);
  expect(undone(order.state)).toEqual(['RELEASE_INVENTORY FAILED', 'RELEASE_PAYMENT COMPLETED']);
  expect(order.state.compensations).toMatchObject([{ error: { code: 'UNKNOWN_ORDER' }, attempt: 4 }, { error: null }]);
  expect(order.entriesAfter(0).map(({ type }) => type)).toContain('COMPENSATION_FAILED');
});

test('a bug in a compensation is not a failed compensation', async () => {
  const compensations = new OrderCompensations();
  register(compensations, 'AUTHORIZE_PAYMENT', () => Promise.reject(new TypeError('a bug')));

  await expect(compensations.run(anOrderOnRecord())).rejects.toThrow('a bug');
});

test('a compensation reports whether there was anything to compensate', async () => {
  const order = anOrderOnRecord();
  const compensations = new OrderCompensations();
  register(compensations, 'AUTHORIZE_PAYMENT', async () => ({ effect: 'DONE', attempt: 1 }));
  register(compensations, 'RESERVE_INVENTORY', async () => ({ effect: 'NOTHING_TO_DO', attempt: 1 }));

  const allWorked = await compensations.run(order);

  expect(allWorked).toBe(true);
  expect(undone(order.state)).toEqual(['RELEASE_INVENTORY SKIPPED', 'RELEASE_PAYMENT COMPLETED']);
  expect(order.entriesAfter(1).map(({ type, step }) => `${type} ${step}`)).toEqual([
    'COMPENSATION_STARTED RESERVE_INVENTORY',
    'COMPENSATION_COMPLETED RESERVE_INVENTORY',
    'COMPENSATION_STARTED AUTHORIZE_PAYMENT',
    'COMPENSATION_COMPLETED AUTHORIZE_PAYMENT',
  ]);
});

test('an order has something to compensate once a step may have happened, unless it is known not to have happened', () => {
  const compensations = new OrderCompensations();
  const seen = [compensations.isEmpty];
  register(compensations, 'AUTHORIZE_PAYMENT', async () => ({ effect: 'DONE', attempt: 1 }));
  seen.push(compensations.isEmpty);

  compensations.drop('AUTHORIZE_PAYMENT');
  seen.push(compensations.isEmpty);

  expect(seen).toEqual([true, false, true]);
});

const register = (stack: OrderCompensations, ...compensation: Parameters<typeof createOrderCompensation>) =>
  stack.register(createOrderCompensation(...compensation));

const anOrderOnRecord = () => {
  const placed = anOrder();
  const unshown = { status: () => undefined, total: () => undefined };
  return OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
};

/** As an activity fails that gives up at its fourth attempt. */
const failed = (code: string) =>
  new ActivityFailure(
    'failed',
    'releaseInventory',
    'a-1',
    RetryState.NON_RETRYABLE_FAILURE,
    'worker-1',
    ApplicationFailure.create({ type: code, message: 'no', nonRetryable: true, details: [{ attempt: 4 }] }),
  );
