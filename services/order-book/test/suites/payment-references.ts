import { beforeAll, describe, expect, test } from 'vitest';
import { asClaim, referencesIn } from '../support/references.ts';
import { opening, type TestBook } from '../support/test-book.ts';

export const paymentReferences = (open: () => Promise<TestBook>) =>
  describe('payment references', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const { claim, record } = referencesIn(() => testBook);
    const instead = async (reference: string, orderId: string, insteadOf: string) =>
      (await testBook.book.claimPaymentReference({ reference, orderId, insteadOf })).orderId;
    const refused = { code: 'IDEMPOTENCY_CONFLICT' };
    const passes = (time: string) =>
      testBook.opened.query(
        `update order_book.payment_references set claimed_at = claimed_at - interval '${time}'`,
        [],
      );
    const anHourPasses = () => passes('61 minutes');

    test('is held by the first order, however often it is claimed', async () => {
      const holders = [
        await claim('P-1', 'a'),
        await claim('P-1', 'b'),
        await claim('P-1', 'a'),
        await claim('P-2', 'b'),
      ];

      expect(holders).toEqual(['a', 'a', 'a', 'b']);
    });

    test('is held by one of the orders that claim it concurrently', async () => {
      const asking = Array.from({ length: 20 }, (_, at) => `racer-${at}`);

      const holders = await Promise.all(asking.map((orderId) => claim('P-3', orderId)));

      expect(new Set(holders).size).toBe(1);
      expect(asking).toContain(holders[0]);
    });

    test('prevents another order with it from being recorded', async () => {
      await claim('P-4', 'fourth');

      await expect(record('stranger', 'P-4')).rejects.toMatchObject(refused);
      await record('fourth', 'P-4');

      await expect(testBook.book.find('stranger')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      expect((await testBook.book.find('fourth')).order.paymentReference).toBe('P-4');
    });

    test('of two orders that were started without a claim, one is recorded', async () => {
      const writes = await Promise.allSettled([record('one', 'P-5'), record('other', 'P-5')]);

      expect(writes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    test('goes to another order if the first was not recorded within an hour', async () => {
      await claim('P-6', 'never-placed');
      const soon = await claim('P-6', 'second');
      await anHourPasses();

      const late = await claim('P-6', 'second');

      expect([soon, late]).toEqual(['never-placed', 'second']);
      await expect(record('never-placed', 'P-6')).rejects.toMatchObject(refused);
    });

    test('goes to an order that replaces one whose start is pending for long', async () => {
      await claim('P-8', 'silent');
      const soon = await instead('P-8', 'other', 'silent');
      await passes('16 seconds');

      const late = [
        await claim('P-8', 'other'),
        await instead('P-8', 'other', 'stranger'),
        await instead('P-8', 'other', 'silent'),
      ];

      expect([soon, ...late]).toEqual(['silent', 'silent', 'silent', 'other']);
      await expect(record('silent', 'P-8')).rejects.toMatchObject(refused);
    });

    test('goes to an order that replaces one whose start has failed', async () => {
      const failed = await testBook.book.claimPaymentReference({ reference: 'P-9', orderId: 'failed' });
      await testBook.book.abandonClaim({ reference: 'P-9', ...asClaim(failed) });

      const holders = [await claim('P-9', 'other'), await instead('P-9', 'other', 'failed')];

      expect(holders).toEqual(['failed', 'other']);
    });

    test('stays with an order that is started again while its first start fails', async () => {
      const failed = await testBook.book.claimPaymentReference({ reference: 'P-10', orderId: 'again' });
      await claim('P-10', 'again');

      const { abandoned } = await testBook.book.abandonClaim({ reference: 'P-10', ...asClaim(failed) });

      expect([abandoned, await instead('P-10', 'other', 'again')]).toEqual([false, 'again']);
    });

    test('stays with a recorded order, even if it is reported as not placed', async () => {
      await record('booked', 'P-11');
      const held = await testBook.book.claimPaymentReference({ reference: 'P-11', orderId: 'booked' });

      const { abandoned } = await testBook.book.abandonClaim({ reference: 'P-11', ...asClaim(held) });
      await passes('16 seconds');

      expect([abandoned, await instead('P-11', 'other', 'booked')]).toEqual([false, 'booked']);
    });

    test('is case-sensitive, like the ids of payment services', async () => {
      expect([await claim('pay_Ab', 'capital'), await claim('pay_ab', 'small')]).toEqual(['capital', 'small']);
    });

    test('stays forever with a recorded order', async () => {
      await record('kept', 'P-7');
      await claim('P-7', 'kept');
      await anHourPasses();

      expect(await claim('P-7', 'late')).toBe('kept');
      await expect(record('late', 'P-7')).rejects.toMatchObject(refused);
    });
  });
