import { type RunState, runAsStarted } from '@waybill/contracts/domain';

const started = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  correlationId: 'cor-1',
  fingerprint: '',
};
const amount = { amountMinor: 2_000, currencyCode: 'USD' };

/** Ada's greeting, running. */
export const aGreeting = (runId: string, changes: Partial<RunState> = {}): RunState =>
  ({ ...runAsStarted({ ...started, runId, kind: 'GREETING', name: 'Ada' }), revision: 1, ...changes }) as RunState;

/** Ada's payment, captured, and still to be cancelled. */
export const aPayment = (runId: string, changes: Partial<RunState> = {}): RunState =>
  ({
    ...runAsStarted({
      ...started,
      runId,
      kind: 'PAYMENT',
      orderId: 'SHOP-1',
      customerId: 'ada',
      amount,
      cancellableForMs: 60_000,
    }),
    payment: { id: 'PAY-1', status: 'CAPTURED', authorized: amount, captured: amount, refunded: null },
    revision: 1,
    ...changes,
  }) as RunState;

/** Ada's standing order, running. */
export const aStandingOrder = (runId: string, changes: Partial<RunState> = {}): RunState =>
  ({
    ...runAsStarted({
      ...started,
      runId,
      kind: 'STANDING_ORDER',
      every: 'PT1H',
      everyMs: 3_600_000,
      times: null,
      firstAt: '2026-01-01T01:00:00.000Z',
      template: {
        customerId: 'ada',
        customerEmail: 'ada@example.com',
        currencyCode: 'USD',
        items: [{ sku: 'BOOK-001', quantity: 1, price: null }],
        shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
        requiresApproval: false,
        approvalTimeoutMs: 120_000,
        autoApproveAfterMs: null,
        plan: 'AUTHORIZE_FIRST',
      },
    }),
    revision: 1,
    ...changes,
  }) as RunState;
