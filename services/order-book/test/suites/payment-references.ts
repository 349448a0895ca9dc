import { beforeAll, describe, expect, test } from 'vitest';
import { aWrite } from '../support/orders.ts';
import { opening, type World } from '../support/world.ts';

export const paymentReferences = (open: () => Promise<World>) =>
  describe('payment references', () => {
    let world: World;
    beforeAll(async () => {
      world = await open();
      return () => world.opened.close();
    }, opening);

    const claim = async (reference: string, orderId: string) =>
      (await world.book.claimPaymentReference({ reference, orderId })).orderId;
    const record = (orderId: string, paymentReference: string) =>
      world.book.record(aWrite({ orderId, paymentReference }));
    const refused = { code: 'IDEMPOTENCY_CONFLICT' };
    const anHourPasses = () =>
      world.opened.query(
        `update order_book.payment_references set claimed_at = claimed_at - interval '61 minutes'`,
        [],
      );

    test('is held by the order that asked first, however often anyone asks', async () => {
      const holders = [
        await claim('P-1', 'a'),
        await claim('P-1', 'b'),
        await claim('P-1', 'a'),
        await claim('P-2', 'b'),
      ];

      expect(holders).toEqual(['a', 'a', 'a', 'b']);
    });

    test('is held by one of all the orders that ask at the same time', async () => {
      const asking = Array.from({ length: 20 }, (_, at) => `racer-${at}`);

      const holders = await Promise.all(asking.map((orderId) => claim('P-3', orderId)));

      expect(new Set(holders).size).toBe(1);
      expect(asking).toContain(holders[0]);
    });

    test('keeps another order that was started with it out of the book', async () => {
      await claim('P-4', 'fourth');

      await expect(record('stranger', 'P-4')).rejects.toMatchObject(refused);
      await record('fourth', 'P-4');

      await expect(world.book.find('stranger')).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      expect((await world.book.find('fourth')).order.paymentReference).toBe('P-4');
    });

    test('of two orders that were started without asking, one comes into the book', async () => {
      const writes = await Promise.allSettled([record('one', 'P-5'), record('other', 'P-5')]);

      expect(writes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    test('goes to another order where the first never came into the book for an hour', async () => {
      await claim('P-6', 'never-placed');
      const soon = await claim('P-6', 'second');
      await anHourPasses();

      const late = await claim('P-6', 'second');

      expect([soon, late]).toEqual(['never-placed', 'second']);
      await expect(record('never-placed', 'P-6')).rejects.toMatchObject(refused);
    });

    test('stays for ever with an order that is in the book', async () => {
      await record('kept', 'P-7');
      await claim('P-7', 'kept');
      await anHourPasses();

      expect(await claim('P-7', 'late')).toBe('kept');
      await expect(record('late', 'P-7')).rejects.toMatchObject(refused);
    });
  });
