import { FullJournalQuery } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const undone = { actor: 'OPERATOR-1', differences: ['HOLD_OPEN' as const, 'STOCK_DIFFERS' as const] };

export const undoneEffects = (open: () => Promise<TestBook>) =>
  describe('effects of an order that the book does not know', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const journal = async (orderId: string) =>
      (await testBook.book.fullJournal(FullJournalQuery.parse({ orderId }))).entries.map(({ entry }) => entry);

    test('are journaled as undone once, with the operator and the effects', async () => {
      await testBook.book.keepUndone('u1', undone);
      await testBook.book.keepUndone('u1', { ...undone, actor: 'OPERATOR-2' });

      const { actor, differences } = undone;
      expect(await journal('u1')).toMatchObject([{ seq: 1, type: 'EFFECTS_UNDONE', actor, detail: { differences } }]);
    });

    test('take its id forever: no order can have it', async () => {
      await testBook.book.keepUndone('u2', undone);

      expect(await testBook.book.identity('u2')).toEqual({ orderId: 'u2', fingerprint: 'undone' });
    });

    test('are left unchanged when the book knows the order', async () => {
      await testBook.book.record(aWrite({ orderId: 'u3', revision: 1 }, []));

      await expect(testBook.book.keepUndone('u3', undone)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
      expect(await journal('u3')).toEqual([]);
    });
  });
