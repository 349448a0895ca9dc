import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import { aRun, aRunWrite } from '../../services/order-book/test/support/runs.ts';
import { type Executions, reconcilePage } from '../../worker/src/book-audit/reconcile.ts';
import { anEngine } from './engine.ts';

const { book, bookHas } = aBookForThisFile();

test('orders that never respond do not starve others: concurrency and waiting are limited', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `mute-${at + 10}`);
  await bookHas(
    ...names.map((orderId) => aWrite({ orderId, revision: 1 })),
    aWrite({ orderId: 'n-answers', revision: 1 }),
  );
  const engine = anEngine({ open: [aWrite({ orderId: 'n-answers', revision: 2 })] });
  const silent: Executions = {
    ...engine,
    async read(orderId, afterSeq) {
      if (!orderId.startsWith('mute-')) return engine.read(orderId, afterSeq);
      return new Promise(() => undefined);
    },
  };

  const { found } = await reconcilePage(book(), silent, { pass: 'BOOK', after: 'mute' }, { most: 8, withinMs: 50 });

  expect(found.unanswered).toEqual(names);
  expect(found.mended).toEqual(['n-answers']);
});

test('an audit continues at its page', async () => {
  await bookHas(...Array.from({ length: 120 }, (_, at) => aWrite({ orderId: `page-${at + 100}`, revision: 1 })));
  const ids: string[] = [];
  let [now, most] = [0, 0];
  const engine = anEngine({ open: [] });
  const counting: Executions = {
    ...engine,
    async read(orderId) {
      ids.push(orderId);
      most = Math.max(most, ++now);
      await nextTurn();
      now -= 1;
      return 'unanswered';
    },
  };

  const first = await reconcilePage(book(), counting, { pass: 'BOOK', after: 'page-0' });
  ids.length = 0;
  const second = await reconcilePage(book(), counting, first.next ?? undefined);

  expect(first.next).toEqual({ pass: 'BOOK', after: 'page-199' });
  expect(ids[0]).toBe('page-200');
  expect(most).toBe(16);
  expect(second.next).toEqual({ pass: 'ENGINE', after: '' });
});

test('after the orders the runs are compared, page by page', async () => {
  const ids = Array.from({ length: 120 }, (_, at) => `RUN-${at + 100}`);
  for (const runId of ids) await book().runs.record(runId, aRunWrite(aRun(runId, { revision: 1 })));
  const engine = anEngine({ open: [] });

  const orders = await reconcilePage(book(), engine, { pass: 'ENGINE', after: '' });
  const first = await reconcilePage(book(), engine, orders.next ?? undefined);
  const second = await reconcilePage(book(), engine, first.next ?? undefined);

  expect([orders.next, first.next, second.next]).toEqual([
    { pass: 'RUNS', after: '' },
    { pass: 'RUNS', after: 'RUN-199' },
    { pass: 'LOST_ORDERS', after: '' },
  ]);
  expect([...first.found.lost, ...second.found.lost].toSorted()).toEqual(ids);
});
