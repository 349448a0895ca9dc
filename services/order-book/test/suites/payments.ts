import { rows } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aHold, aWrite, dollars } from '../support/orders.ts';
import type { TestBook } from '../support/test-book.ts';

export const payments = (testBook: () => TestBook) =>
  describe('payments', () => {
    test('a payment only moves forward', async () => {
      const { book } = testBook();
      const at = (status: 'CAPTURED' | 'AUTHORIZED', revision: number) =>
        aWrite({ orderId: 'paid', status: 'PROCESSING', revision, payment: aHold('PAY-paid', status) });
      await book.record(at('CAPTURED', 1));

      await book.record(at('AUTHORIZED', 2));

      expect(await paymentStatus(testBook(), 'PAY-paid')).toBe('CAPTURED');
    });

    test('a growing hold is written, and a payment never changes its owner', async () => {
      const { book } = testBook();
      const holding = (orderId: string, revision: number, whole: number) =>
        aWrite({ orderId, revision, payment: { ...aHold('PAY-grows', 'AUTHORIZED'), authorized: dollars(whole) } });
      await book.record(holding('grows', 1, 10));

      await book.record(holding('grows', 2, 15));
      await book.record(holding('thief', 1, 1));

      const found = await paymentRow(testBook(), 'PAY-grows');
      expect(found).toMatchObject([{ order_id: 'grows', amount_minor: '1500' }]);
    });
  });

type PaymentRow = { status: string; order_id: string; amount_minor: string };

/** Amounts as text: the engines read whole numbers of Postgres differently. */
const paymentRow = ({ opened }: TestBook, id: string) =>
  rows<PaymentRow>(
    opened.db,
    sql`select status, order_id, amount_minor::text from order_book.payments where payment_id = ${id}`,
  );

const paymentStatus = async (testBook: TestBook, id: string) => (await paymentRow(testBook, id))[0]?.status;
