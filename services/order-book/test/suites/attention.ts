import { PageRequest } from '@waybill/contracts';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const closedAt = '2026-01-01T01:00:00.000Z';

export const attention = (open: () => Promise<TestBook>) =>
  describe('attention', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const anOpenOrder = async (orderId: string) => {
      await testBook.book.record(aWrite({ orderId, status: 'PROCESSING' }));
      return orderId;
    };
    const aStuckOrder = async (orderId: string) => {
      await testBook.book.attend(await anOpenOrder(orderId), { attention: 'STUCK' });
      return orderId;
    };
    const isListed = async (orderId: string) => {
      const { edges } = await testBook.book.page(PageRequest.parse({ filter: { needsAttention: true }, first: 100 }));
      return edges.some(({ booked }) => booked.order.orderId === orderId);
    };
    const since = (after?: string) => testBook.book.changes({ after, waitMs: 0, signal: new AbortController().signal });

    test('an order needs attention from the report that it is stuck until the report that it is not', async () => {
      const orderId = await anOpenOrder('said');

      const seen = [await isListed(orderId)];
      for (const attention of ['STUCK', null] as const) {
        expect(await testBook.book.attend(orderId, { attention })).toEqual({ attention });
        expect((await testBook.book.find(orderId)).attention).toBe(attention);
        seen.push(await isListed(orderId));
      }

      expect(seen).toEqual([false, true, false]);
    });

    test('the feed reports it with the previous value', async () => {
      const orderId = await anOpenOrder('told');
      const before = await since();

      await testBook.book.attend(orderId, { attention: 'STUCK' });
      const stuck = await since(before.cursor);
      await testBook.book.attend(orderId, { attention: null });
      const sound = await since(stuck.cursor);
      const both = await since(before.cursor);

      const told = [stuck, sound, both].map(({ changes }) =>
        changes.map(({ booked, previousAttention }) => [previousAttention, booked.attention]),
      );
      expect(told).toEqual([[[null, 'STUCK']], [['STUCK', null]], [[null, null]]]);
      expect(stuck.changes).toMatchObject([{ booked: { order: { orderId } }, previousStatus: 'PROCESSING' }]);
    });

    test('a retried order needs no attention, is not counted as stuck, and recovers with its next state', async () => {
      const orderId = await anOpenOrder('retried');
      const before = await since();
      const counted = await testBook.book.counts(undefined);

      await testBook.book.attend(orderId, { attention: 'RETRYING' });
      const retried = await since(before.cursor);
      const whileRetried = [await isListed(orderId), await testBook.book.counts(undefined)];
      await testBook.book.record(aWrite({ orderId, status: 'PROCESSING', revision: 2 }));
      const sound = await since(retried.cursor);

      expect(whileRetried).toEqual([false, counted]);
      expect(retried.changes).toMatchObject([{ health: 'RETRYING', previousHealth: 'OK', previousAttention: null }]);
      expect(sound.changes).toMatchObject([{ health: 'OK', previousHealth: 'RETRYING', booked: { attention: null } }]);
    });

    test.each(['STUCK', 'RETRYING', null] as const)('reporting %s again changes nothing', async (attention) => {
      const orderId = await anOpenOrder(`again-${attention}`);
      await testBook.book.attend(orderId, { attention });
      const { cursor } = await since();

      await testBook.book.attend(orderId, { attention });

      expect((await since(cursor)).changes).toEqual([]);
    });

    test('a newer state clears the attention, and the feed reports that the order was stuck before', async () => {
      const orderId = await aStuckOrder('mended');
      const { cursor } = await since();

      await testBook.book.record(aWrite({ orderId, status: 'PROCESSING', revision: 2 }));

      expect((await since(cursor)).changes).toMatchObject([
        { booked: { attention: null, order: { revision: 2 } }, previousAttention: 'STUCK' },
      ]);
      expect(await isListed(orderId)).toBe(false);
    });

    test('a state that the book already has clears nothing', async () => {
      const orderId = await aStuckOrder('repeated');

      await testBook.book.record(aWrite({ orderId, status: 'PROCESSING' }));

      expect((await testBook.book.find(orderId)).attention).toBe('STUCK');
    });

    test('a final status clears it, and a closed order needs no attention, whatever is reported later', async () => {
      const orderId = await aStuckOrder('closed');
      await testBook.book.record(aWrite({ orderId, status: 'SHIPPED', revision: 2 }));
      const shipped = await testBook.book.find(orderId);
      await testBook.book.record(aWrite({ orderId, status: 'SHIPPED', revision: 3, closedAt }));
      const { cursor } = await since();

      const late = await testBook.book.attend(orderId, { attention: 'STUCK' });

      expect([shipped.attention, late]).toEqual([null, { attention: null }]);
      expect((await since(cursor)).changes).toEqual([]);
    });

    test('the audit of open orders shows which of them are recorded as stuck', async () => {
      const orderId = await aStuckOrder('audited');

      const { orders } = await testBook.book.openOrders({ after: '', first: 100 });

      expect(orders).toContainEqual({ orderId, revision: 1, seq: 1, attention: 'STUCK' });
    });

    test('only closed orders that are reported as unbalanced are listed, until they balance again', async () => {
      const before = await testBook.book.unbalanced();
      for (const orderId of ['unbalanced-2', 'unbalanced-1', 'balanced'])
        await testBook.book.record(aWrite({ orderId, status: 'SHIPPED', revision: 2, closedAt }));
      for (const orderId of ['unbalanced-2', 'unbalanced-1'])
        await testBook.book.attend(orderId, { attention: 'UNBALANCED' });
      const both = await testBook.book.unbalanced();
      await testBook.book.attend('unbalanced-2', { attention: null });

      expect(before).toEqual({ ids: [], count: 0 });
      expect(both).toEqual({ ids: ['unbalanced-1', 'unbalanced-2'], count: 2 });
      expect(await testBook.book.unbalanced()).toEqual({ ids: ['unbalanced-1'], count: 1 });
    });

    test('nothing can be reported of an order that is not in the book', async () => {
      const unknown = testBook.book.attend('unknown', { attention: 'STUCK' });

      await expect(unknown).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    });
  });
