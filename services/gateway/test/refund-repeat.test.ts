import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from './support/gateway-with-doubles.ts';
import { aPayment } from './support/sample-runs.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
});
afterEach(() => fixture.close());

const amount = { amountMinor: 2_000, currencyCode: 'USD' };

const refund = (commandId: string, more = '') =>
  fixture.gateway.told<{ refundPayment: { __typename: string } }>(
    `mutation { refundPayment(input: { id: "RUN-pay", commandId: "${commandId}", reason: "Broken" ${more} }) { __typename } }`,
  );

test.each(['', 'amount: "20.00"'])(
  'a refund that is made and that its payment does not tell of yet is answered alike when it is repeated (%s)',
  async (more) => {
    fixture.ofRuns.running.set('RUN-pay', aPayment('RUN-pay'));
    const first = await refund('one', more);
    // Another refund has told how much is given back in all.
    const payment = {
      id: 'PAY-1',
      status: 'REFUNDED' as const,
      authorized: amount,
      captured: amount,
      refunded: amount,
    };
    fixture.ofRuns.running.set('RUN-pay', aPayment('RUN-pay', { payment, revision: 5, verdicts: [] }));

    const again = await refund('one', more);
    const other = await refund('two', more);

    expect([first, again].map(({ refundPayment }) => refundPayment.__typename)).toEqual([
      'RefundPaymentPayload',
      'RefundPaymentPayload',
    ]);
    expect(other.refundPayment.__typename).toBe('NothingToDo');
  },
);
