import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { followed, startedBy } from './support/runs.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
let customer: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
  customer = gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' }));
});
afterAll(() => system.close());

test('a payment is captured, and refunded partly and then fully after its run is closed', async () => {
  const { id } = await startedBy(
    customer,
    'startPayment(input: { orderId: "SHOP-9", customerId: "CUST-1", amount: "20.00" })',
  );
  await followed(gateway, id, 'kind');
  const refund = (fields: string) =>
    gateway.told(`mutation { refundPayment(input: { id: "${id}", reason: "broken", ${fields} }) {
      __typename
      ... on RefundPaymentPayload { run { status refundable { amount } payment { status refunded { amount } } } }
      ... on InvalidInput { fields { path } }
    } }`);

  const part = await refund('commandId: "r-1", amount: "5.00"');
  const again = await refund('commandId: "r-1", amount: "5.00"');
  const tooMuch = await refund('commandId: "r-2", amount: "15.01"');
  const rest = await refund('commandId: "r-3"');
  const nothing = await refund('commandId: "r-4"');

  const payment = (status: string, refunded: string, left: string) => ({
    refundPayment: {
      __typename: 'RefundPaymentPayload',
      run: { status: 'COMPLETED', refundable: { amount: left }, payment: { status, refunded: { amount: refunded } } },
    },
  });
  expect([part, again]).toEqual(Array(2).fill(payment('CAPTURED', '5.00', '15.00')));
  expect(tooMuch).toEqual({ refundPayment: { __typename: 'InvalidInput', fields: [{ path: ['amount'] }] } });
  expect(rest).toEqual(payment('REFUNDED', '20.00', '0.00'));
  expect(nothing).toEqual({ refundPayment: { __typename: 'NothingToDo' } });
});
