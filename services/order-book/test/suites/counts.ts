import { readFile } from 'node:fs/promises';
import { attentions, orderStatuses } from '@waybill/contracts/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { anOrder, aWrite } from '../support/orders.ts';
import { recounted } from '../support/recount.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const customers = ['ada', 'bob', ''];

const writes = fc.array(
  fc.record({
    order: fc.nat(5),
    customerId: fc.constantFrom(...customers),
    status: fc.constantFrom(...orderStatuses),
    firm: fc.boolean(),
    attention: fc.constantFrom(undefined, null, ...attentions),
  }),
  { maxLength: 20 },
);

export const counts = (open: () => Promise<TestBook>) =>
  describe('counts', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    test('after any writes, including refused and concurrent ones, the counts are those of a recount', async () => {
      let turn = 0;
      await fc.assert(
        fc.asyncProperty(writes, async (asked) => {
          turn += 1;
          await Promise.all(
            asked.map(async ({ order, attention, firm, ...given }, index) => {
              const orderId = `${turn}-${order}`;
              await testBook.book.record({ ...aWrite({ ...given, orderId, revision: index + 1 }), firm }).catch(named);
              if (attention !== undefined) await testBook.book.attend(orderId, { attention }).catch(named);
            }),
          );
          for (const customerId of [undefined, ...customers, 'nobody'])
            expect(await testBook.book.counts(customerId)).toEqual(await recounted(testBook, customerId));
        }),
        { numRuns: 30 },
      );
    }, 120_000);

    test('the longest wait is that of the oldest pending approval, and absent when none is pending', async () => {
      const since = (startedAt: string) =>
        anOrder().steps.map((step) => (step.name === 'AWAIT_APPROVAL' ? { ...step, startedAt } : step));
      const waiting = { customerId: 'eve', status: 'AWAITING_APPROVAL' } as const;
      const [early, late] = ['2026-01-01T00:00:01.000Z', '2026-01-01T00:00:02.000Z'] as const;
      await testBook.book.record(aWrite({ ...waiting, orderId: 'late', steps: since(late) }));
      await testBook.book.record(aWrite({ ...waiting, orderId: 'early', steps: since(early) }));
      const both = await testBook.book.counts('eve');
      await testBook.book.record(
        aWrite({ ...waiting, orderId: 'early', steps: since(early), status: 'PROCESSING', revision: 2 }),
      );
      const one = await testBook.book.counts('eve');
      await testBook.book.record(
        aWrite({ ...waiting, orderId: 'late', steps: since(late), status: 'PROCESSING', revision: 2 }),
      );
      const none = await testBook.book.counts('eve');

      expect([both, one, none].map(({ oldestWaitingSince }) => oldestWaitingSince)).toEqual([early, late, null]);
      expect([both, one, none].map(({ needingAttention }) => needingAttention)).toEqual([2, 1, 0]);
    });

    test('orders from before the counters are counted when the counters come', async () => {
      const migration = await readFile(new URL('../../migrations/0007_order_counts.sql', import.meta.url), 'utf8');
      const filling = migration.split('--> statement-breakpoint').at(-1) ?? '';
      const before = await testBook.book.counts(undefined);

      await testBook.opened.query('delete from order_book.order_counts', []);
      await testBook.opened.query(filling, []);

      expect(before.total).toBeGreaterThan(0);
      expect(await testBook.book.counts(undefined)).toEqual(before);
    });
  });

/** Refusals of the book are expected here; other errors are not. */
function named(error: { name: string }): void {
  if (error.name !== 'BookRefused') throw error;
}
