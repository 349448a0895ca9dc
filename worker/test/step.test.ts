import { ApplicationFailure, CancelledFailure, TimeoutFailure, TimeoutType } from '@temporalio/common';
import { stepsOf, type UndoableStep } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { createOrderCompensation, OrderCompensations } from '../src/workflows/order/saga/compensation.ts';
import { createOrderStepRunner } from '../src/workflows/order/saga/step.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { stockLines } from '../src/workflows/order/state/stock-lines.ts';
import { anOrder } from './support/order.ts';
import { step } from './support/reading.ts';

const anOrderOnRecord = () => {
  const placed = anOrder();
  const unshown = { status: () => undefined, total: () => undefined };
  return OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
};

const refused = ApplicationFailure.nonRetryable('no', 'PAYMENT_DECLINED');
const timedOut = new TimeoutFailure('silence', undefined, TimeoutType.START_TO_CLOSE);
const cancelledFailure = new CancelledFailure('stop');

/** Takes AUTHORIZE_PAYMENT, and says how the step ended and which compensations are left. */
async function taken(failure: Error | undefined, isHalted: boolean) {
  const order = anOrderOnRecord();
  const compensations = new OrderCompensations();
  const ran: UndoableStep[] = [];
  const compensation = <Step extends UndoableStep>(step: Step) =>
    createOrderCompensation(step, async () => {
      ran.push(step);
      return { effect: 'DONE', attempt: 1 };
    });
  compensations.register(compensation('RESERVE_INVENTORY'));
  const placed = { patience: { AUTHORIZE_PAYMENT: { attempts: 7 } } };
  const take = createOrderStepRunner({ placed, order, compensations, isHalted: () => isHalted });

  const outcome = await take('AUTHORIZE_PAYMENT', {
    run: () => (failure ? Promise.reject(failure) : Promise.resolve({ attempt: 2, authorizationId: 'auth-1' })),
    compensate: compensation('AUTHORIZE_PAYMENT'),
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  await compensations.run(order);
  const { status, attempt, error, detail } = step(order.state, 'AUTHORIZE_PAYMENT') ?? {};
  return { outcome, step: { status, attempt, code: error?.code, detail }, undone: ran };
}

describe('a step', () => {
  test('that succeeds is recorded with its attempt, and can be compensated', async () => {
    expect(await taken(undefined, false)).toEqual({
      outcome: undefined,
      step: { status: 'COMPLETED', attempt: 2, code: undefined, detail: { authorizationId: 'auth-1' } },
      undone: ['AUTHORIZE_PAYMENT', 'RESERVE_INVENTORY'],
    });
  });

  test.each([false, true])('that is refused is known not to have happened (halted: %s)', async (isHalted) => {
    const { outcome, step, undone } = await taken(refused, isHalted);

    expect(outcome).toBe(refused);
    expect(step).toMatchObject({ status: 'FAILED', attempt: 7, code: 'PAYMENT_DECLINED' });
    expect(undone).toEqual(['RESERVE_INVENTORY']);
  });

  test.each([
    ['times out', timedOut, false, 'FAILED'],
    ['times out after the story was halted', timedOut, true, 'CANCELLED'],
    ['is cancelled', cancelledFailure, false, 'CANCELLED'],
    ['is cancelled by the story', cancelledFailure, true, 'CANCELLED'],
  ])('that %s may have happened, and is compensated', async (_how, failure, isHalted, status) => {
    const { outcome, step, undone } = await taken(failure, isHalted);

    expect(outcome).toBe(failure);
    expect(step.status).toBe(status);
    expect(undone).toEqual(['AUTHORIZE_PAYMENT', 'RESERVE_INVENTORY']);
  });
});

test('all items of a product are reserved in one line', () => {
  const unitPrice = { amountMinor: 1, currencyCode: 'USD' };
  const items = [['MUG', 2] as const, ['PEN', 1] as const, ['MUG', 3] as const];

  expect(stockLines(items.map(([sku, quantity]) => ({ sku, quantity, name: null, unitPrice })))).toEqual([
    { sku: 'MUG', quantity: 5 },
    { sku: 'PEN', quantity: 1 },
  ]);
});
