import { expect, test } from 'vitest';
import type { Operation } from '../src/chaos/plan.ts';
import { plans } from '../src/chaos/profiles.ts';

const nineInTen = { success: 90, timeout: 10 };
const nineInTenOrError = { success: 90, server_error: 10 };
const aThirdEach = { success: 34, server_error: 33, timeout: 33 };

/** Fixed values, so that two releases can be compared under the same faults. */
const storm: Record<Operation, Record<string, number>> = {
  'payment.authorize': { success: 40, insufficient_funds: 30, timeout: 20, server_error: 10 },
  'payment.capture': { success: 70, already_captured: 20, authorization_expired: 10 },
  'payment.release': nineInTen,
  'payment.refund': { success: 80, already_refunded: 10, timeout: 10 },
  'inventory.reserve': { success: 50, out_of_stock: 30, timeout: 10, server_error: 10 },
  'inventory.release': nineInTen,
  'inventory.check': { success: 100 },
  'shipping.prepare': aThirdEach,
  'shipping.label': { success: 60, address_refused: 20, timeout: 10, carrier_error: 10 },
  'shipping.dispatch': aThirdEach,
  'shipping.cancel': nineInTen,
  'notification.send': { success: 80, temporary_failure: 15, invalid_recipient: 5 },
  'context.location': nineInTenOrError,
  'context.weather': nineInTenOrError,
  'context.cat_fact': nineInTenOrError,
  'customer.profile': nineInTenOrError,
  'customer.recommendations': nineInTenOrError,
};

test('a storm has the documented shares', () => {
  expect(sharesOf('storm')).toEqual(storm);
});

test('the calm profile lets every call succeed, and the flaky one a third', () => {
  const everywhere = (shares: Record<string, number>) =>
    Object.fromEntries(Object.keys(storm).map((operation) => [operation, shares]));

  expect(sharesOf('calm')).toEqual(everywhere({ success: 100 }));
  expect(sharesOf('flaky')).toEqual(everywhere(aThirdEach));
});

const sharesOf = (profile: keyof typeof plans) =>
  Object.fromEntries(
    Object.entries(plans[profile]).map(([operation, shares]) => [
      operation,
      Object.fromEntries(shares.map(({ outcome, percent }) => [outcome, percent])),
    ]),
  );
