import type { OrderBookClient } from '@waybill/order-book-client';
import { expect, test } from 'vitest';
import { anOpenedBook } from '../../services/order-book/test/support/opened-book.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import type { AuditCursor } from '../../worker/src/book-audit/page.ts';
import { type Executions, type Reconciliation, reconcilePage } from '../../worker/src/book-audit/reconcile.ts';
import { anEngine } from './engine.ts';

const { book, bookHas } = anOpenedBook();

const closedAt = '2026-01-01T01:00:00.000Z';

test('the book is brought up to date with the engine, order by order, and a second look finds nothing to do', async () => {
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

test('what is tried again is told as such, also where it was stuck before, until it gets on', async () => {
  const ids = ['retried', 'retried-as-before', 'stuck-no-more', 'retried-no-more'];
  await bookHas(...ids.map((orderId) => aWrite({ orderId, revision: 2 })));
  for (const orderId of ['retried-as-before', 'retried-no-more']) await book().setAttention(orderId, 'RETRYING');
  await book().setAttention('stuck-no-more', 'STUCK');
  const open = ids.map((orderId) => aWrite({ orderId, revision: 2 }));
  const engine = anEngine({ open, retried: ['retried', 'retried-as-before', 'stuck-no-more'] });
  const told = async () => {
    const { found } = await reconcilePage(book(), engine);
    const booked = await book().byIds(ids);
    return [found.stuck, Object.fromEntries(booked.map(({ order, attention }) => [order.orderId, attention]))];
  };

  const as = (stuckNoMore: 'RETRYING' | null) => ({
    ...{ retried: 'RETRYING', 'retried-as-before': 'RETRYING' },
    ...{ 'stuck-no-more': stuckNoMore, 'retried-no-more': null },
  });
  expect(await told()).toEqual([[], as(null)]);
  expect(await told()).toEqual([[], as('RETRYING')]);
});

test('the book says of the orders that are stuck, and of no others, that they are', async () => {
  await bookHas(
    aWrite({ orderId: 'stuck-at-a-step', revision: 2 }),
    aWrite({ orderId: 'stuck-for-a-bug', revision: 2 }),
    aWrite({ orderId: 'getting-on', revision: 2 }),
    aWrite({ orderId: 'not-answering', revision: 2 }),
    aWrite({ orderId: 'behind-and-stuck', revision: 2 }),
    { ...aWrite({ orderId: 'anothers', revision: 1 }), fingerprint: 'f-other' },
  );
  for (const orderId of ['getting-on', 'not-answering']) await book().setAttention(orderId, 'STUCK');
  const stuck = ['stuck-at-a-step', 'behind-and-stuck', 'anothers'];
  const engine = anEngine({
    open: [
      aWrite({ orderId: 'stuck-at-a-step', revision: 2 }),
      aWrite({ orderId: 'getting-on', revision: 2 }),
      aWrite({ orderId: 'behind-and-stuck', revision: 3 }),
      aWrite({ orderId: 'anothers', revision: 2 }),
    ],
    ...{ stuck, mute: ['not-answering'], failing: ['stuck-for-a-bug', 'never-written'] },
  });

  const found = await reconcile(book(), engine);
  const { cursor } = await book().changes();
  await reconcile(book(), engine);

  expect(found.stuck).toEqual(['behind-and-stuck', 'stuck-at-a-step', 'stuck-for-a-bug', 'never-written']);
  const said = await book().byIds([...stuck, 'stuck-for-a-bug', 'getting-on', 'not-answering']);
  expect(Object.fromEntries(said.map(({ order, attention }) => [order.orderId, attention]))).toEqual({
    ...{ 'stuck-at-a-step': 'STUCK', 'behind-and-stuck': 'STUCK', 'stuck-for-a-bug': 'STUCK' },
    ...{ 'getting-on': null, anothers: null },
    'not-answering': 'STUCK', // nobody knows better
  });
  expect((await book().changes({ after: cursor })).changes).toEqual([]);
});

test('an order whose workflow has ended is lost at once, and recovered by the next audit, but for one that was brought back', async () => {
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
  const said = await book().byIds(['ended-open', 'ended-behind', 'brought-back', 'in-recovery']);

  const again = anEngine({
    open: [aWrite({ orderId: 'brought-back', revision: 2 })],
    ended,
    recovering: ['in-recovery'],
  });
  await reconcile(book(), again);

  expect(first.recovered.filter(isOfThisTest)).toEqual([]);
  expect(said.map(({ attention }) => attention).sort()).toEqual(['LOST', 'LOST', 'LOST', null].sort());
  expect(engine.recoveries.filter(isOfThisTest)).toEqual([]);
  expect(again.recoveries.filter(isOfThisTest)).toEqual(['ended-behind', 'ended-open']);
  expect(await book().find('brought-back')).toMatchObject({ attention: null });
  expect(await book().find('ended-behind')).toMatchObject({ order: { revision: 4, status: 'PROCESSING' } });
});

test('an order whose reset run ended with less than the book has of it is lost, and recovered by the next audit', async () => {
  await bookHas(aWrite({ orderId: 'ended-short', revision: 9, status: 'PROCESSING' }));
  const end = aWrite({ orderId: 'ended-short', revision: 5, status: 'CANCELLED', closedAt });
  const engine = anEngine({ open: [], ended: [end] });

  const first = await reconcile(book(), engine);
  const said = await book().find('ended-short');
  await reconcile(book(), engine);

  for (const orderIds of [first.lost, engine.recoveries]) expect(orderIds).toContain('ended-short');
  expect(said).toMatchObject({ attention: 'LOST', order: { status: 'PROCESSING', closedAt: null } });
});

test('an order that was ended before the book had heard of it is found, and lost', async () => {
  const ended = [aWrite({ orderId: 'unheard-of', revision: 1 })];

  const found = await reconcile(book(), anEngine({ open: [], ended, unheard: ['unheard-of'] }));

  expect(found).toMatchObject({ mended: ['unheard-of'], lost: expect.arrayContaining(['unheard-of']) });
  expect(await book().find('unheard-of')).toMatchObject({ attention: 'LOST', order: { revision: 1 } });
});

const isOfThisTest = (orderId: string) => /^(ended|brought|in-recovery)/.test(orderId);

/** All pages of an audit. */
async function reconcile(inBook: OrderBookClient, engine: Executions): Promise<Reconciliation> {
  const { found, next } = await reconcilePage(inBook, engine);
  const all = { ...found };
  for (let cursor: AuditCursor | null = next; cursor; ) {
    const page = await reconcilePage(inBook, engine, cursor);
    for (const kind of ['mended', 'lost', 'recovered', 'unanswered', 'stuck'] as const)
      all[kind] = [...all[kind], ...page.found[kind]];
    all.refused = [...all.refused, ...page.found.refused];
    all.compared += page.found.compared;
    cursor = page.next;
  }
  return all;
}
