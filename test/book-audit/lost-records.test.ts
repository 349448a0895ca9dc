import { Refused } from '@waybill/http-client';
import { expect, test } from 'vitest';
import { aBookForThisFile } from '../../services/order-book/test/support/book-of-file.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import { aRun, aRunWrite } from '../../services/order-book/test/support/runs.ts';
import { type Executions, reconcilePage } from '../../worker/src/book-audit/reconcile.ts';
import { anEngine } from './engine.ts';

const { book, bookHas } = aBookForThisFile();
const closedAt = '2026-01-01T01:00:00.000Z';
const startedAt = '2026-01-02T12:05:00.000Z';
const last = { begunAt: '2026-01-02T12:00:00.000Z', rest: null, orders: '0', runs: '0' };

test('an ended order that the book does not have is recorded; one that ended without effect is not', async () => {
  await bookHas(aWrite({ orderId: 'kept', revision: 3, status: 'SHIPPED', closedAt }));
  const engine = anEngine({
    open: [],
    ended: [
      aWrite({ orderId: 'kept', revision: 3, status: 'SHIPPED', closedAt }),
      aWrite({ orderId: 'missing', revision: 3, status: 'SHIPPED', closedAt }),
      aWrite({ orderId: 'without-effect', revision: 1 }),
    ],
  });

  const { found, next } = await reconcilePage(book(), engine, { pass: 'LOST_ORDERS', after: '' });

  expect(found).toMatchObject({ compared: 2, mended: ['missing'], lost: [], unanswered: [] });
  expect((await book().find('missing'))?.order).toMatchObject({ status: 'SHIPPED', closedAt });
  expect(await book().find('without-effect')).toBeUndefined();
  expect(next).toMatchObject({ pass: 'LOST_RUNS', after: '', since: null });
});

test('a journal that is longer than one write is recorded completely', async () => {
  const long = aWrite({ orderId: 'long', revision: 2_300, status: 'SHIPPED', closedAt });
  const entries = Array.from({ length: 2_300 }, (_, at) => ({ ...long.entries[0], seq: at + 1 }) as never);
  const engine = anEngine({ open: [], ended: [{ ...long, entries }] });

  const { found } = await reconcilePage(book(), engine, { pass: 'LOST_ORDERS', after: '' });

  expect(found.mended).toEqual(['long']);
  expect(await newestSeq('long')).toBe(2_300);
});

test('runs are recorded again, open or closed, and what no worker answers for is left to the next audit', async () => {
  const engine = anEngine({
    open: [],
    runs: {
      'RUN-open': { ...aRunWrite(aRun('RUN-open', { revision: 2 })), hasEnded: false },
      'RUN-closed': {
        ...aRunWrite(aRun('RUN-closed', { revision: 2, status: 'COMPLETED', closedAt })),
        hasEnded: true,
      },
      'RUN-mute': 'unanswered',
    },
  });

  const { found, next } = await reconcilePage(book(), engine, { pass: 'LOST_RUNS', after: '', since: null });

  expect(found).toMatchObject({ mended: ['RUN-open', 'RUN-closed'], unanswered: ['RUN-mute'] });
  expect((await book().runs.byIds(['RUN-open', 'RUN-closed'])).map(({ run }) => run.status)).toHaveLength(2);
  expect(next).toBeNull();
});

const refuses = async () => {
  throw new Refused('FEED_RESTORED', 'This cursor predates the restore of a backup');
};

test.each([
  ['all that the engine has, without an earlier audit', undefined, {}, null],
  ['what has ended since the last audit, and five minutes before', last, {}, '2026-01-02T11:55:00.000Z'],
  ['all that the engine has, if the feed of orders was restored', last, { orders: refuses }, null],
  ['all that the engine has, if the feed of runs was restored', last, { runs: refuses }, null],
])('an audit looks for %s', async (_, before, feeds: { orders?: typeof refuses; runs?: typeof refuses }, since) => {
  const cursors: (string | null)[] = [];
  const none: Executions = anEngine({ open: [] });
  const engine: Executions = {
    ...none,
    ended: async (page) => {
      cursors.push(page.since);
      return { ids: [], next: page.after === '' ? 'more' : '' };
    },
    runs: {
      ...none.runs,
      page: async (page) => {
        cursors.push(page.since);
        return { ids: [], next: '' };
      },
    },
  };
  const known = {
    ...book(),
    ...(feeds.orders ? { changes: feeds.orders } : {}),
    runs: { ...book().runs, ...(feeds.runs ? { changes: feeds.runs } : {}) },
  };

  const first = await reconcilePage(
    known,
    engine,
    { pass: 'LOST_ORDERS', after: '' },
    { times: { startedAt, last: before } },
  );
  const second = await reconcilePage(known, engine, first.next ?? undefined, { times: { startedAt, last: before } });
  await reconcilePage(known, engine, second.next ?? undefined, { times: { startedAt, last: before } });

  expect(cursors).toEqual([since, since, since]);
});

test('a search that the last audit has not finished is continued, unless the book was restored since', async () => {
  const rest = { pass: 'LOST_ORDERS', after: 'page-3', since: null, begunAt: last.begunAt } as const;
  const times = { startedAt, last: { ...last, rest } };
  const engine = anEngine({ open: [] });
  const start = { pass: 'LOST_ORDERS', after: '' } as const;

  const continued = await reconcilePage(book(), engine, start, { times });
  const anew = await reconcilePage({ ...book(), changes: refuses }, engine, start, { times });

  expect(continued.next).toEqual(rest);
  expect(anew.next).toEqual({ pass: 'LOST_RUNS', after: '', since: null, begunAt: startedAt });
});

async function newestSeq(orderId: string): Promise<number> {
  let after = 0;
  for (;;) {
    const { entries, hasMore } = await book().journal(orderId, { after });
    after = entries.at(-1)?.seq ?? after;
    if (!hasMore) return after;
  }
}
