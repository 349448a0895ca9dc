import { type PaymentRun, paymentAsStarted } from '@waybill/contracts/domain';

/** A payment of ten dollars, RUN-1, that has just been started. */
export const aStartedPayment = (): PaymentRun =>
  paymentAsStarted({
    runId: 'RUN-1',
    kind: 'PAYMENT',
    startedBy: 'ada',
    startedByStaff: false,
    startedAt: '2026-01-01T00:00:00.000Z',
    correlationId: 'cor-1',
    fingerprint: 'f',
    orderId: 'ORD-1',
    customerId: 'ada',
    cancellableForMs: null,
    amount: { amountMinor: 1_000, currencyCode: 'USD' },
  });
