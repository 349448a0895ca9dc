import type { Money } from '@waybill/contracts/domain';
import type { Entry, Payment } from './payment.ts';

export interface Payments {
  find(orderId: string): Promise<Payment | undefined>;
  /** What was given back for this idempotency key. */
  refundBy(orderId: string, key: string): Promise<Money | undefined>;
  /** Writes the payment and the entry that gives the reason, at the end of the call, unless someone else wrote since it was found. */
  keep(payment: Payment, entry: Entry): void;
  /** How many payments stand where, and the sums of their money by currency. */
  statistics(): Promise<PaymentStatistics>;
}

export type PaymentStatistics = {
  byStatus: Record<string, number>;
  sums: { currencyCode: string; authorizedMinor: number; capturedMinor: number; refundedMinor: number }[];
};
