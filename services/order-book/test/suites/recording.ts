import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { aHold, anOrder, aWrite, entries } from '../support/orders.ts';
import { opening, type TestBook, writtenAt } from '../support/test-book.ts';
import { payments } from './payments.ts';

export const recording = (open: () => Promise<TestBook>) =>
  describe('recording', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    test('an order is read as it was written', async () => {
      const order = anOrder({
        orderId: 'whole',
        revision: 3,
        status: 'PROCESSING',
        payment: aHold('PAY-whole', 'AUTHORIZED'),
      });

      const recorded = await testBook.book.record({ order, entries: entries(1, 3), fingerprint: 'f-whole' });

      expect(recorded).toEqual({ revision: 3, seq: 3 });
      expect(await testBook.book.find('whole')).toEqual({
        order,
        attention: null,
        fingerprint: 'f-whole',
        asOf: writtenAt.toISOString(),
      });
      expect((await testBook.book.journal('whole', {})).entries).toEqual(entries(1, 3));
    });

    test('a repeated write changes nothing, and returns the position of the book', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'twice', revision: 2 }));
      const { cursor } = await changesSince(testBook);

      const again = await book.record(aWrite({ orderId: 'twice', revision: 2, progress: 99 }));

      expect(again).toEqual({ revision: 2, seq: 2 });
      expect((await book.find('twice')).order.progress).toBe(0);
      expect((await changesSince(testBook, cursor)).changes).toEqual([]);
    });

    test('a late writer cannot revert an order, but its entries are accepted', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'late', revision: 4, status: 'SHIPPED' }, entries(3, 4)));

      const recorded = await book.record(aWrite({ orderId: 'late', revision: 2, status: 'PROCESSING' }, entries(1, 2)));

      expect(recorded).toEqual({ revision: 4, seq: 4 });
      expect((await book.find('late')).order.status).toBe('SHIPPED');
    });

    test('entries after a gap are hidden until it is closed', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'gap', revision: 1 }));

      const ahead = await book.record(aWrite({ orderId: 'gap', revision: 5 }, entries(4, 5)));
      const shown = await book.journal('gap', {});
      const closed = await book.record(aWrite({ orderId: 'gap', revision: 3 }, entries(2, 3)));

      expect(ahead).toEqual({ revision: 5, seq: 1 });
      expect(shown).toEqual({ entries: entries(1, 1), hasMore: false, hasEarlier: false });
      expect(closed).toEqual({ revision: 5, seq: 5 });
    });

    test('the first entry with a number is kept', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'first' }, entries(1, 1, { actor: 'ada' })));

      await book.record(aWrite({ orderId: 'first', revision: 2 }, entries(1, 2, { actor: 'bob' })));

      expect((await book.journal('first', {})).entries.map(({ actor }) => actor)).toEqual(['ada', 'bob']);
    });

    test('a writer may omit intermediate statuses', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'leap', status: 'RECEIVED' }));

      await book.record(aWrite({ orderId: 'leap', status: 'SHIPPED', revision: 2 }));

      expect((await book.find('leap')).order.status).toBe('SHIPPED');
    });

    test('a status that cannot follow is refused with the whole write', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'done', status: 'SHIPPED' }));

      const refused = book.record(aWrite({ orderId: 'done', status: 'PROCESSING', revision: 2 }));

      await expect(refused).rejects.toMatchObject({ code: 'STATUS_UNREACHABLE' });
      expect((await book.find('done')).order).toMatchObject({ status: 'SHIPPED', revision: 1 });
      expect((await book.journal('done', {})).entries).toHaveLength(1);
    });

    test('an order id with other content is a conflict, whatever the revision', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'taken', revision: 2 }));

      const other = { ...aWrite({ orderId: 'taken', revision: 1 }), fingerprint: 'f-other' };

      await expect(book.record(other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    });

    test('racing first writers agree on the newest state', async () => {
      const { book } = testBook;
      const writes = [1, 2, 3, 4, 5].map((revision) => aWrite({ orderId: 'race', revision }));

      await Promise.all(writes.map((write) => book.record(write)));

      expect((await book.find('race')).order.revision).toBe(5);
      expect((await book.journal('race', {})).entries).toHaveLength(5);
    });

    test('an order is recorded even with text that cannot be stored unchanged', async () => {
      const { book } = testBook;
      const long = Array.from({ length: 9_000 }, (_, at) => (at * at * 7_919).toString(36)).join('');
      const odd = { orderId: 'odd', customerId: long, customerEmail: 'a\0b\ud800c' };

      await book.record(aWrite(odd, entries(1, 1, { actor: '\0', detail: { '\0': ['\udfff'] } })));

      expect((await book.find('odd')).order).toMatchObject({ customerId: long, customerEmail: 'a\ufffdb\ufffdc' });
      expect((await book.journal('odd', {})).entries).toMatchObject([
        { actor: '\ufffd', detail: { '\ufffd': ['\ufffd'] } },
      ]);
    });

    payments(() => testBook);

    test('the journal cannot be rewritten', async () => {
      await testBook.book.record(aWrite({ orderId: 'stone' }));

      const rewriting = testBook.opened.db.execute(sql`delete from order_book.events where order_id = 'stone'`);

      await expect(rewriting).rejects.toMatchObject({ cause: { message: 'the journal is append-only' } });
    });
  });

const changesSince = ({ book }: TestBook, after?: string) =>
  book.changes({ after, waitMs: 0, signal: new AbortController().signal });
