import { expect, test } from 'vitest';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import { reconcile } from './all-pages.ts';
import { anEngine } from './engine.ts';

const { book, bookHas } = aBookForThisFile();

test('a retrying order is reported as retrying, even if it was stuck before, until it continues', async () => {
  const ids = ['retried', 'retried-as-before', 'stuck-no-more', 'retried-no-more'];
  await bookHas(...ids.map((orderId) => aWrite({ orderId, revision: 2 })));
  for (const orderId of ['retried-as-before', 'retried-no-more']) await book().setAttention(orderId, 'RETRYING');
  await book().setAttention('stuck-no-more', 'STUCK');
  const open = ids.map((orderId) => aWrite({ orderId, revision: 2 }));
  const engine = anEngine({ open, retried: ['retried', 'retried-as-before', 'stuck-no-more'] });
  const attentionOf = async () => {
    const found = await reconcile(book(), engine);
    const booked = await book().byIds(ids);
    return [found.stuck, Object.fromEntries(booked.map(({ order, attention }) => [order.orderId, attention]))];
  };

  const as = (stuckNoMore: 'RETRYING' | null) => ({
    retried: 'RETRYING',
    'retried-as-before': 'RETRYING',
    'stuck-no-more': stuckNoMore,
    'retried-no-more': null,
  });
  expect(await attentionOf()).toEqual([[], as(null)]);
  expect(await attentionOf()).toEqual([[], as('RETRYING')]);
});

test('the book marks stuck orders, and no others', async () => {
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
    stuck,
    mute: ['not-answering'],
    failing: ['stuck-for-a-bug', 'never-written'],
  });

  const found = await reconcile(book(), engine);
  const { cursor } = await book().changes();
  await reconcile(book(), engine);

  expect(found.stuck).toEqual(['behind-and-stuck', 'stuck-at-a-step', 'stuck-for-a-bug', 'never-written']);
  const booked = await book().byIds([...stuck, 'stuck-for-a-bug', 'getting-on', 'not-answering']);
  expect(Object.fromEntries(booked.map(({ order, attention }) => [order.orderId, attention]))).toEqual({
    'stuck-at-a-step': 'STUCK',
    'behind-and-stuck': 'STUCK',
    'stuck-for-a-bug': 'STUCK',
    'getting-on': null,
    anothers: null,
    'not-answering': 'STUCK', // nobody knows better
  });
  expect((await book().changes({ after: cursor })).changes).toEqual([]);
});
