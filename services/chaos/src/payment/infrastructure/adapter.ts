import type { Money } from '@waybill/contracts/words';
import type { Desk } from '../../calls/desk.ts';
import type { PaymentStatistics, Payments } from '../domain/port.ts';
import type { Payment } from '../domain/rules.ts';
import * as statements from './statements.ts';

type Row = Omit<Payment, 'authorized' | 'captured' | 'refunded'> & {
  currencyCode: string | null;
  authorizedMinor: number | null;
  capturedMinor: number | null;
  refundedMinor: number | null;
};

export const paymentsAt = ({ read, write }: Desk): Payments => ({
  find: async (orderId) => {
    const [row] = await read<Row>(statements.find, [orderId]);
    return row && paymentOf(row);
  },
  keep: ({ orderId, authorized, captured, refunded, ...payment }, { kind, amount }) => {
    const { authorizationId, status, change, undone, version } = payment;
    const amounts = [authorized, captured, refunded].map((money) => money?.amountMinor ?? null);
    const currency = authorized?.currencyCode ?? null;
    write(statements.keep, [orderId, authorizationId, status, currency, ...amounts, change, undone, version]);
    write(statements.enter, [orderId, kind, amount?.amountMinor ?? null, amount?.currencyCode ?? null]);
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
