import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite, entries } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

export const identity = (open: () => Promise<TestBook>) =>
  describe('identity and ownership of orders', () => {
    let testBook: TestBook;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    test('an order is found by its id and by its idempotency key', async () => {
      const { book } = testBook;
      await book.record({ ...aWrite({ orderId: 'keyed' }), keyId: 'KEY-1' });

      const found = [await book.identity('keyed'), await book.identity('KEY-1')];

      const itself = { orderId: 'keyed', fingerprint: 'f-1' };
      expect(found).toEqual([itself, itself]);
      await expect(book.identity('KEY-2')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    });

    test('a key is used for one order, and its id for no other', async () => {
      const { book } = testBook;
      await book.record({ ...aWrite({ orderId: 'first' }), keyId: 'KEY-3' });

      const others = [
        { ...aWrite({ orderId: 'second' }), keyId: 'KEY-3' },
        aWrite({ orderId: 'KEY-3' }),
        { ...aWrite({ orderId: 'third' }), keyId: 'first' },
      ];
      const codes = others.map((write) => book.record(write).catch(({ code }: { code: string }) => code));

      expect(await Promise.all(codes)).toEqual(others.map(() => 'IDEMPOTENCY_CONFLICT'));
      await expect(book.find('second')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    });

    test('an order that was taken over accepts no write of its former writer', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'taken', revision: 2, status: 'PROCESSING' }));

      const left = await book.takeOver('taken', { epoch: 1 });
      const late = book.record(aWrite({ orderId: 'taken', revision: 9, status: 'SHIPPED' }));
      await expect(late).rejects.toMatchObject({ code: 'TAKEN_OVER' });
      const undoing = aWrite({ orderId: 'taken', revision: 3, status: 'COMPENSATING' }, entries(3, 3));
      await book.record({ ...undoing, epoch: 1 });

      expect(left).toMatchObject({ epoch: 1, order: { revision: 2, status: 'PROCESSING' } });
      expect(await book.find('taken')).toMatchObject({ epoch: 1, order: { revision: 3, status: 'COMPENSATING' } });
      expect((await book.journal('taken', {})).entries).toHaveLength(3);
    });

    test('an order is taken over by the highest epoch, however often that is repeated', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'passed-on', revision: 1 }));
      await book.takeOver('passed-on', { epoch: 2 });

      const again = await book.takeOver('passed-on', { epoch: 2 });
      const lower = book.takeOver('passed-on', { epoch: 1 });

      await expect(lower).rejects.toMatchObject({ code: 'TAKEN_OVER' });
      await expect(book.takeOver('nobody', { epoch: 1 })).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      expect(again).toMatchObject({ epoch: 2, order: { revision: 1 } });
    });

    test('an order whose workflow is lost needs attention until it is written again', async () => {
      const { book } = testBook;
      await book.record(aWrite({ orderId: 'lost', revision: 1 }));
      await book.attend('lost', { attention: 'LOST' });
      const lost = await book.find('lost');

      await book.record(aWrite({ orderId: 'lost', revision: 2 }));

      expect(lost.attention).toBe('LOST');
      expect((await book.find('lost')).attention).toBeNull();
    });
  });
