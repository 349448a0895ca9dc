import type { RecordRequest } from '@waybill/contracts';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite, entries } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const closedAt = '2026-01-02T03:04:05.000Z';

/** Who wrote what: an entry of a lost task, or one of the order's history. */
const lost = (from: number, to: number) => entries(from, to, { actor: 'lost' });
const real = (from: number, to: number) => entries(from, to, { actor: 'real' });
const firm = (write: RecordRequest): RecordRequest => ({ ...write, firm: true });

export const firmWrites = (open: () => Promise<TestBook>) =>
  describe('an order with writes in passing of a lost task', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const actors = async (orderId: string) =>
      (await testBook.book.journal(orderId, {})).entries.map(({ actor }) => actor);

    test('ends with its last write, and so does its journal', async () => {
      const { book } = testBook;
      await book.record(firm(aWrite({ orderId: 'undone', revision: 2 }, real(1, 2))));
      await book.record(aWrite({ orderId: 'undone', revision: 6, status: 'COMPENSATING' }, lost(3, 6)));

      const recorded = await book.record(
        firm(aWrite({ orderId: 'undone', revision: 4, status: 'SHIPPED', closedAt }, real(3, 4))),
      );

      expect(recorded).toEqual({ revision: 4, seq: 4 });
      expect((await book.find('undone')).order).toMatchObject({ status: 'SHIPPED', revision: 4, closedAt });
      expect(await actors('undone')).toEqual(['real', 'real', 'real', 'real']);
    });

    test('is in the feed when its end replaces a newer state', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'told', revision: 6, status: 'COMPENSATING' }, lost(1, 6)));
      const changes = (after?: string) => book.changes({ after, waitMs: 0, signal: new AbortController().signal });
      const { cursor } = await changes();

      await book.record(firm(aWrite({ orderId: 'told', revision: 4, status: 'SHIPPED', closedAt }, real(1, 4))));

      expect((await changes(cursor)).changes).toMatchObject([
        { booked: { order: { status: 'SHIPPED', revision: 4 } } },
      ]);
    });

    test('waits for a person, although its status does not follow the lost one', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'waits', revision: 3, status: 'COMPENSATING' }, lost(1, 3)));

      await book.record(firm(aWrite({ orderId: 'waits', revision: 4, status: 'AWAITING_APPROVAL' }, real(1, 4))));

      expect((await book.find('waits')).order).toMatchObject({ status: 'AWAITING_APPROVAL', revision: 4 });
      expect(await actors('waits')).toEqual(['real', 'real', 'real', 'real']);
    });

    test('stays unchanged when more of the lost task arrives', async () => {
      const { book } = testBook;
      await book.record(firm(aWrite({ orderId: 'late', revision: 3, status: 'SHIPPED', closedAt }, real(1, 3))));

      const recorded = await book.record(aWrite({ orderId: 'late', revision: 5, status: 'COMPENSATING' }, lost(2, 5)));

      expect(recorded).toEqual({ revision: 3, seq: 3 });
      expect((await book.find('late')).order).toMatchObject({ status: 'SHIPPED', revision: 3 });
      expect(await actors('late')).toEqual(['real', 'real', 'real']);
    });

    test('keeps firm writes, whoever repeats them', async () => {
      const { book } = testBook;
      await book.record(firm(aWrite({ orderId: 'kept', revision: 2 }, real(1, 2))));

      await book.record(firm(aWrite({ orderId: 'kept', revision: 3 }, lost(1, 3))));

      expect(await actors('kept')).toEqual(['real', 'real', 'lost']);
    });

    test('cannot be rewritten where it is firm, in any way', async () => {
      const { book, opened } = testBook;
      await book.record(firm(aWrite({ orderId: 'stone', revision: 1 }, real(1, 1))));

      const rewriting = opened.transaction(async (tx) => {
        await tx.execute(sql`select set_config('order_book.writes_firmly', 'on', true)`);
        await tx.execute(sql`delete from order_book.events where order_id = 'stone'`);
      });

      await expect(rewriting).rejects.toMatchObject({ cause: { message: 'the journal is append-only' } });
    });
  });
