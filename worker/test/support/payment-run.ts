import type { PaymentRun, RunState } from '@waybill/contracts/domain';
import type { RunContent, TestRun } from './test-run.ts';

export const dollars = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });
/** A payment of ten dollars. */
export const paying = (cancellableForMs: number | null = null): RunContent[0] => ({
  kind: 'PAYMENT',
  orderId: 'ORD-OF-THE-SHOP',
  customerId: 'ada',
  amount: dollars(1_000),
  cancellableForMs,
});

export const undone = ({ compensations }: RunState) => compensations.map(({ name, status }) => `${name} ${status}`);
export const paymentOf = (run: RunState) => (run as PaymentRun).payment;

/** What the shop has of the customer's money, by the provider's own books: `held` must be nothing once a payment is over. */
export const books = ({ script: { account } }: TestRun) => ({
  kept: account.sums.captured - account.sums.refunded,
  held: account.openHold(),
});
