import type { Money } from '@waybill/contracts/domain';
import type { Entry, Payment } from './payment.ts';

export interface Payments {
  find(orderId: string): Promise<Payment | undefined>;
  /** The amount refunded for this idempotency key. */
  refundBy(orderId: string, key: string): Promise<Money | undefined>;
  /** Writes the payment and its ledger entry at the end of the call, unless it was written since it was found. */
  keep(payment: Payment, entry: Entry): void;
  /** The number of payments by status, and their sums by currency. */
  statistics(): Promise<PaymentStatistics>;
}

export type PaymentStatistics = {
  byStatus: Record<string, number>;
  sums: { currencyCode: string; authorizedMinor: number; capturedMinor: number; refundedMinor: number }[];
};
