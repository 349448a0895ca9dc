import { beforeAll, describe, expect, test } from 'vitest';
import { compactChanges } from '../../src/infrastructure/compact.ts';
import { daysLater, followUntilShipped, recordAll } from '../support/feed.ts';
import { aStory, aWrite, dollars } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const never = new AbortController().signal;

export const feed = (open: () => Promise<TestBook>) =>
  describe('the change feed', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const now = async () => (await testBook.book.changes({ after: undefined, waitMs: 0, signal: never })).cursor;
    const changesAfter = (after: string, waitMs = 0, signal = never) =>
      testBook.book.changes({ after, waitMs, signal });

    test('returns to waiting readers as soon as an order changes', async () => {
      const waiting = changesAfter(await now(), 60_000);

      await testBook.book.record(aWrite({ orderId: 'new' }));

      expect((await waiting).changes).toMatchObject([
        { booked: { order: { orderId: 'new' } }, previousStatus: null, previousTotal: null },
      ]);
    });

    test('returns nothing and the same cursor when the wait is over', async () => {
      const cursor = await now();

      const page = await changesAfter(cursor, 20);

      expect(page).toEqual({ changes: [], cursor });
    });

    test('releases a waiting reader that disconnects', async () => {
      const leaving = new AbortController();
      const cursor = await now();
      const waiting = changesAfter(cursor, 60_000, leaving.signal);

      leaving.abort();

      expect(await waiting).toEqual({ changes: [], cursor });
    });

    test('shows an order once, in its current state, with its state before the first change', async () => {
      const statuses = ['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING'] as const;
      const [received, awaiting, approved, processing] = aStory('folded', statuses);
      await recordAll(testBook, [received, awaiting]);
      const cursor = await now();
      await recordAll(testBook, [approved, processing]);

      const { changes } = await changesAfter(cursor);

      expect(changes).toMatchObject([
        { booked: { order: { status: 'PROCESSING', revision: 4 } }, previousStatus: 'AWAITING_APPROVAL' },
      ]);
    });

    test('is in the order of newest changes, so that the last cursor of a page covers all of it', async () => {
      const cursor = await now();
      await testBook.book.record(aWrite({ orderId: 'twice' }));
      await testBook.book.record(aWrite({ orderId: 'once' }));
      await testBook.book.record(aWrite({ orderId: 'twice', revision: 2 }));

      const { changes } = await changesAfter(cursor);
      const rest = await changesAfter(changes.at(-1)?.cursor ?? '');

      expect(changes.map(({ booked }) => booked.order.orderId)).toEqual(['once', 'twice']);
      expect(rest.changes).toEqual([]);
    });

    test('has the total from before an item was added', async () => {
      await testBook.book.record(aWrite({ orderId: 'grown', total: dollars(10) }));
      const cursor = await now();

      await testBook.book.record(aWrite({ orderId: 'grown', total: dollars(15), revision: 2 }));

      expect((await changesAfter(cursor)).changes[0]?.previousTotal).toEqual(dollars(10));
    });

    test('resumes from the cursor of any change', async () => {
      const cursor = await now();
      for (const orderId of ['r1', 'r2', 'r3']) await testBook.book.record(aWrite({ orderId }));
      const [first] = (await changesAfter(cursor)).changes;

      const rest = await changesAfter(first?.cursor ?? '');

      expect(rest.changes.map(({ booked }) => booked.order.orderId)).toEqual(['r2', 'r3']);
    });

    test.each(['x', '-1', '1.5', '', '99999999999999999999', '9000000'])('the cursor %j is refused', async (cursor) => {
      await expect(changesAfter(cursor, 60_000)).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    test('keeps only the newest change of an order without changes for a week, and misses no order', async () => {
      const cursor = await now();
      await recordAll(testBook, aStory('quiet', ['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING']));
      await recordAll(testBook, aStory('quiet too', ['RECEIVED', 'PROCESSING']));

      await compactChanges(testBook.opened.query, daysLater(6));
      const soon = await changesAfter(cursor);
      await compactChanges(testBook.opened.query, daysLater(8));
      const late = await changesAfter(cursor);

      const told = ({ changes }: typeof late) =>
        changes.map(({ booked, previousStatus }) => [booked.order.orderId, booked.order.status, previousStatus]);
      expect(told(soon)).toEqual([
        ['quiet', 'PROCESSING', null],
        ['quiet too', 'PROCESSING', null],
      ]);
      expect(told(late)).toEqual([
        ['quiet', 'PROCESSING', 'APPROVED'],
        ['quiet too', 'PROCESSING', 'RECEIVED'],
      ]);
      expect(late.cursor).toBe(soon.cursor);
    });

    test('is compacted at any length', async () => {
      await recordAll(testBook, aStory('long', ['RECEIVED', 'PROCESSING']));
      const cursor = await now();
      await testBook.opened.query(
        `with numbered as (update order_book.change_counter set last = last + 2500 returning last)
         insert into order_book.changes (number, order_id) select last - 2500 + n, 'long' from numbered, generate_series(1, 2500) n`,
        [],
      );

      await compactChanges(testBook.opened.query, daysLater(8));

      const kept = await testBook.opened.query(`select 1 from order_book.changes where order_id = 'long'`, []);
      expect(kept).toHaveLength(1);
      expect((await changesAfter(cursor)).changes).toMatchObject([{ booked: { order: { orderId: 'long' } } }]);
    });

    test('misses nothing under parallel writers', async () => {
      const stories = Array.from({ length: 40 }, (_, at) => aStory(`p${at}`, ['RECEIVED', 'PROCESSING', 'SHIPPED']));
      const following = followUntilShipped(testBook, await now(), stories.length);

      await Promise.all(stories.map((story) => recordAll(testBook, story)));

      const { cursors, final } = await following;
      expect(final).toEqual(new Map(stories.map((_, at) => [`p${at}`, 'SHIPPED'])));
      expect(cursors).toEqual([...cursors].sort((one, other) => one - other));
    });
  });
