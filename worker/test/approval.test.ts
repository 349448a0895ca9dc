import { stepsOf } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { createApproval } from '../src/workflows/order/commands/approval.ts';
import type { Ending, OrderSaga } from '../src/workflows/order/saga/saga.ts';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';
import { step } from './support/reading.ts';

const unshown = { status: () => undefined, total: () => undefined };
const maria = { actor: 'maria', correlationId: 'cor-1' };

/** An order that waits for a person. */
const waiting = () => {
  const placed = anOrder({ requiresApproval: true });
  const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
  const endings: Ending[] = [];
  const saga = { halt: (ending: Ending) => void endings.push(ending) } as unknown as OrderSaga;
  order.steps.start('AWAIT_APPROVAL');
  order.awaitApproval(new Date(0));
  return { order, endings, approval: createApproval(order, saga, placed) };
};
const lastEntryOf = (order: OrderRecord, type: string) =>
  order.entriesAfter(0).findLast((entry) => entry.type === type);

test('an order that waits for a person has a status and a deadline', () => {
  const { order } = waiting();

  expect(order.state).toMatchObject({ status: 'AWAITING_APPROVAL', approvalDeadline: '1970-01-01T00:00:00.000Z' });
});

test('an order that is approved automatically has the time of the approval', () => {
  const { order } = waiting();

  order.awaitApproval(new Date(2), new Date(1));

  expect(order.state).toMatchObject({ autoApprovesAt: '1970-01-01T00:00:00.001Z' });
});

test('an approval is recorded with its actor and its note', () => {
  const { order, endings, approval } = waiting();

  approval.approve(maria, 'looks fine');

  expect(order.state.status).toBe('APPROVED');
  expect(step(order.state, 'AWAIT_APPROVAL')).toMatchObject({
    status: 'COMPLETED',
    attempt: 1,
    detail: { approvedBy: 'maria', note: 'looks fine' },
  });
  expect(lastEntryOf(order, 'STEP_COMPLETED')).toMatchObject({ actor: 'maria', detail: { correlationId: 'cor-1' } });
  expect(endings).toEqual([]);
});

test('an approval without a note has none', () => {
  const { order, approval } = waiting();

  approval.approve(maria, null);

  expect(step(order.state, 'AWAIT_APPROVAL')?.detail).toEqual({ approvedBy: 'maria' });
});

test('a rejection ends the order with its reason and its actor', () => {
  const { order, endings, approval } = waiting();

  approval.reject(maria, 'too dear');

  const failure = { code: 'MANAGER_REJECTED', message: 'too dear' };
  expect(step(order.state, 'AWAIT_APPROVAL')).toMatchObject({ status: 'FAILED', attempt: 1, error: failure });
  expect(lastEntryOf(order, 'STEP_FAILED')).toMatchObject({ actor: 'maria' });
  expect(endings).toEqual([{ status: 'REJECTED', by: maria, failure: { ...failure, step: 'AWAIT_APPROVAL' } }]);
});

test('the first decision stands', () => {
  const { order, approval } = waiting();

  approval.approve(maria, null);
  approval.approve({ actor: 'nobody', correlationId: '' }, 'too late');

  expect(step(order.state, 'AWAIT_APPROVAL')?.detail).toEqual({ approvedBy: 'maria' });
});
