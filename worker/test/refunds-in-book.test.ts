import { MockActivityEnvironment } from '@temporalio/testing';
import type { PaymentRun, Refunded } from '@waybill/contracts/domain';
import { Refused } from '@waybill/http-client';
import { logger } from '@waybill/orders-client/testing/runtime';
import { expect, test } from 'vitest';
import { createRefundActivities } from '../src/activities/runs/refund.ts';
import { aStartedPayment } from './support/started-payment.ts';

const amount = { amountMinor: 1_000, currencyCode: 'USD' };
const payment: Refunded['payment'] = { status: 'CAPTURED', authorized: amount, captured: amount, refunded: null };

const closed: PaymentRun = {
  ...aStartedPayment(),
  status: 'COMPLETED',
  payment: { id: 'RUN-1', ...payment },
  closedAt: '2026-01-01T00:01:00.000Z',
};

test('a refund that was given back is recorded later if other refunds are always faster', async () => {
  const isOvertaken = () => Promise.reject(new Refused('RUN_CLOSED', 'The run is at a later revision: read it again'));
  const runs = { find: async () => ({ run: closed, fingerprint: 'f' }), record: isOvertaken };
  const { recordRefund } = createRefundActivities({
    providers: { payment: { status: async () => payment } },
    book: { runs },
  } as never);
  const refund = { orderId: 'RUN-1', runId: 'RUN-1', commandId: 'refund-1', correlationId: 'cor-1', given: amount };

  const failure = await new MockActivityEnvironment({}, { logger })
    .run(recordRefund as (refund: object) => Promise<object>, refund)
    .catch((error: unknown) => error);

  expect(failure).toMatchObject({ type: 'UNAVAILABLE', nonRetryable: false });
});
