import { expect, test } from 'vitest';
import { dialogTitle } from '../src/pages/order/actions/dialog-title.ts';
import { aCompensation, anOrder, aStep } from './support/order.ts';

const captured = { amount: '12.99', currencyCode: 'USD' };
const payment = { id: 'pay_1', status: 'CAPTURED' as const, authorized: captured, captured, refunded: null };

test('a dialog names the order, and the work and the amount that it is about', () => {
  const failing = anOrder({ steps: [aStep()] });
  const refunding = anOrder({ steps: [aStep()], compensations: [aCompensation({ status: 'RUNNING' })], payment });

  expect(dialogTitle('GIVE_UP_STEP', failing)).toBe('Give up “Create label” for ORD-1');
  expect(dialogTitle('SETTLE_COMPENSATION', refunding)).toBe('Settle “Refund payment” of $12.99 for ORD-1');
  expect(dialogTitle('CANCEL', failing)).toBe('Cancel ORD-1');
  expect(dialogTitle('SOMETHING_NEW', failing)).toBe('Something new: ORD-1');
});
