import { expect, test } from 'vitest';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import { reconcile } from './all-pages.ts';
import { anEngine } from './engine.ts';

const { book, bookHas } = aBookForThisFile();

const closedAt = '2026-01-01T01:00:00.000Z';

test('the book is updated from the engine, order by order, and a second pass finds nothing to do', async () => {
  await bookHas(
    aWrite({ orderId: 'equal', revision: 2 }),
    aWrite({ orderId: 'behind', revision: 2 }),
    aWrite({ orderId: 'unfinished', revision: 2 }),
    aWrite({ orderId: 'closed', revision: 3, status: 'SHIPPED', closedAt }),
    aWrite({ orderId: 'forgotten', revision: 1 }),
    { ...aWrite({ orderId: 'foreign', revision: 1 }), fingerprint: 'f-other' },
  );
  const engine = anEngine({
    open: [
      aWrite({ orderId: 'equal', revision: 2 }),
      aWrite({ orderId: 'behind', revision: 5, status: 'PROCESSING' }),
      aWrite({ orderId: 'unknown', revision: 1 }),
      aWrite({ orderId: 'closed', revision: 3, status: 'SHIPPED', closedAt }),
      aWrite({ orderId: 'foreign', revision: 2 }),
    ],
    mute: ['alone'],
    failing: ['buggy'],
    ended: [aWrite({ orderId: 'unfinished', revision: 4, status: 'SHIPPED', closedAt })],
  });

  const first = await reconcile(book(), engine);
  const second = await reconcile(book(), engine);

  const refused = [{ orderId: 'foreign', code: 'IDEMPOTENCY_CONFLICT' }];
  const unmendable = { lost: ['forgotten'], unanswered: ['alone', 'buggy'], stuck: ['buggy'], refused };
  expect(first).toEqual({ compared: 9, mended: ['behind', 'unfinished', 'unknown'], recovered: [], ...unmendable });
  expect(second).toEqual({ compared: 8, mended: [], recovered: ['forgotten'], ...unmendable });
  expect(await book().find('behind')).toMatchObject({ order: { status: 'PROCESSING', revision: 5 } });
  expect((await book().journal('behind')).entries).toHaveLength(5);
});

test('an order whose workflow has ended is lost at once, and recovered by the next audit unless it was restored', async () => {
  await bookHas(
    aWrite({ orderId: 'ended-open', revision: 2 }),
    aWrite({ orderId: 'ended-behind', revision: 2 }),
    aWrite({ orderId: 'brought-back', revision: 2 }),
    aWrite({ orderId: 'in-recovery', revision: 2 }),
  );
  const ended = [
    aWrite({ orderId: 'ended-open', revision: 2 }),
    aWrite({ orderId: 'ended-behind', revision: 4, status: 'PROCESSING' }),
    aWrite({ orderId: 'brought-back', revision: 2 }),
    aWrite({ orderId: 'in-recovery', revision: 2 }),
  ];
  const engine = anEngine({ open: [], ended, recovering: ['in-recovery'] });
  const first = await reconcile(book(), engine);
  const booked = await book().byIds(['ended-open', 'ended-behind', 'brought-back', 'in-recovery']);

  const again = anEngine({
    open: [aWrite({ orderId: 'brought-back', revision: 2 })],
    ended,
    recovering: ['in-recovery'],
  });
  await reconcile(book(), again);

  expect(first.recovered.filter(isOfThisTest)).toEqual([]);
  expect(booked.map(({ attention }) => attention).sort()).toEqual(['LOST', 'LOST', 'LOST', null].sort());
  expect(engine.recoveries.filter(isOfThisTest)).toEqual([]);
  expect(again.recoveries.filter(isOfThisTest)).toEqual(['ended-behind', 'ended-open']);
  expect(await book().find('brought-back')).toMatchObject({ attention: null });
  expect(await book().find('ended-behind')).toMatchObject({ order: { revision: 4, status: 'PROCESSING' } });
});

test('an order whose reset run ended with fewer entries than the book is lost, and recovered by the next audit', async () => {
  await bookHas(aWrite({ orderId: 'ended-short', revision: 9, status: 'PROCESSING' }));
  const end = aWrite({ orderId: 'ended-short', revision: 5, status: 'CANCELLED', closedAt });
  const engine = anEngine({ open: [], ended: [end] });

  const first = await reconcile(book(), engine);
  const booked = await book().find('ended-short');
  await reconcile(book(), engine);

  for (const orderIds of [first.lost, engine.recoveries]) expect(orderIds).toContain('ended-short');
  expect(booked).toMatchObject({ attention: 'LOST', order: { status: 'PROCESSING', closedAt: null } });
});

test('an order that was terminated before it was in the book is found, and lost', async () => {
  const ended = [aWrite({ orderId: 'unheard-of', revision: 1 })];

  const found = await reconcile(book(), anEngine({ open: [], ended, unheard: ['unheard-of'] }));

  expect(found).toMatchObject({ mended: ['unheard-of'], lost: expect.arrayContaining(['unheard-of']) });
  expect(await book().find('unheard-of')).toMatchObject({ attention: 'LOST', order: { revision: 1 } });
});

const isOfThisTest = (orderId: string) => /^(ended|brought|in-recovery)/.test(orderId);
