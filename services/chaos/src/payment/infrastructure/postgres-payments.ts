import type { Money } from '@waybill/contracts/domain';
import type { UnitOfWork } from '../../calls/unit-of-work.ts';
import type { Payment } from '../domain/payment.ts';
import type { PaymentStatistics, Payments } from '../domain/payments.ts';
import * as statements from './statements.ts';

type Row = Omit<Payment, 'authorized' | 'captured' | 'refunded'> & {
  currencyCode: string | null;
  authorizedMinor: number | null;
  capturedMinor: number | null;
  refundedMinor: number | null;
};

export const createPayments = ({ read, write }: UnitOfWork): Payments => ({
  find: async (orderId) => {
    const [row] = await read<Row>(statements.find, [orderId]);
    return row && paymentOf(row);
  },
  refundBy: async (orderId, key) => {
    const [given] = await read<Money>(statements.findRefund, [orderId, key]);
    return given;
  },
  keep: (payment, entry) => {
    write(statements.keep(payment));
    write(statements.enter(payment.orderId, entry));
  },
  statistics: async () => {
    const counted = await read<{ status: string; count: number }>(statements.countByStatus, []);
    const sums = await read<PaymentStatistics['sums'][number]>(statements.sumByCurrency, []);
    return { byStatus: Object.fromEntries(counted.map(({ status, count }) => [status, count])), sums };
  },
});

function paymentOf({ currencyCode, authorizedMinor, capturedMinor, refundedMinor, ...rest }: Row): Payment {
  const money = (amountMinor: number | null): Money | null =>
    amountMinor === null || currencyCode === null ? null : { amountMinor, currencyCode };
  return {
    ...rest,
    authorized: money(authorizedMinor),
    captured: money(capturedMinor),
    refunded: money(refundedMinor),
  };
}
