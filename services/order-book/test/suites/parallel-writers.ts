import { PageRequest } from '@waybill/contracts';
import { rows } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { advances } from '../../src/domain/advance.ts';
import { placeOf } from '../../src/infrastructure/order-lock.ts';
import { anOrder, aWrite } from '../support/orders.ts';
import { openTestBook, type TestBook, writtenAt } from '../support/test-book.ts';

const never = new AbortController().signal;

export function parallelWriters(freshDatabase: () => Promise<string>) {
  let one: TestBook;
  let other: TestBook;
  beforeEach(async () => {
    const url = await freshDatabase();
    [one, other] = await Promise.all([openTestBook(url), openTestBook(url)]);
  });
  afterEach(async () => {
    await Promise.all([one.opened.close(), other.opened.close()]);
  });

  test('a change that is written in one is notified in the other', async () => {
    const waiting = other.book.changes({ after: '0', waitMs: 30_000, signal: never });

    await one.book.record(aWrite({ orderId: 'heard' }));

    expect((await waiting).changes).toMatchObject([{ booked: { order: { orderId: 'heard' } } }]);
  });

  test('a change never has a lower number than a visible one', async () => {
    const slow = slowWrite(one, 'slow');
    await slow.announced;
    const quick = other.book.record(aWrite({ orderId: 'quick' }));
    await settledOrBlocked(one, quick);

    const early = await other.book.changes({ after: '0', waitMs: 0, signal: never });
    slow.commit();
    await Promise.all([slow.committed, quick]);
    const late = await other.book.changes({ after: early.cursor, waitMs: 0, signal: never });

    const seen = [...early.changes, ...late.changes].map(({ booked }) => booked.order.orderId);
    expect(seen).toEqual(['slow', 'quick']);
  });

  test.each([
    ['first', []],
    ['later', [1]],
  ])('of two %s writes, the second sees the first', async (_, known) => {
    for (const revision of known) await one.book.record(aWrite({ orderId: 'both', revision }));
    const slow = slowWrite(one, 'both', 3);
    await slow.announced;
    const older = other.book.record(aWrite({ orderId: 'both', revision: 2 }));
    await settledOrBlocked(one, older);

    slow.commit();
    await Promise.all([slow.committed, older]);

    expect((await one.book.find('both')).order.revision).toBe(3);
  });

  test('a write while a page is read is in the changes after it', async () => {
    const reading = await one.opened.transaction(async (tx) => {
      await tx.execute(sql`lock table order_book.change_counter in access exclusive mode`);
      const page = other.book.page(PageRequest.parse({}));
      await settledOrBlocked(other, page);
      const place = await placeOf(tx, 'between', writtenAt);
      await place.keepState(anOrder({ orderId: 'between' }), { fingerprint: 'f-1' }, 0);
      await place.announce();
      return { page };
    });

    const { edges, changesCursor } = await reading.page;

    const { changes } = await one.book.changes({ after: changesCursor, waitMs: 0, signal: never });
    expect([...edges, ...changes]).toHaveLength(1);
  });

  test('a broken connection is replaced, and missed changes are found', async () => {
    const waiting = other.book.changes({ after: '0', waitMs: 30_000, signal: never });
    await one.opened.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    );

    await one.book.record(aWrite({ orderId: 'missed' }));

    expect((await waiting).changes).toHaveLength(1);
  });
}

/** A write that has its number, and is not committed before it is told to. */
function slowWrite({ opened }: TestBook, orderId: string, revision = 1) {
  const announced = gate();
  const told = gate();
  const write = aWrite({ orderId, revision });
  const committed = opened.books.write(orderId, async (place) => {
    advances(place.standing, write);
    await place.keepState(write.order, write, 0);
    await place.announce();
    announced.open();
    await told.passed;
  });
  return { announced: announced.passed, commit: () => told.open(), committed };
}

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** Waits until the work is done, or is kept waiting by another transaction. */
async function settledOrBlocked({ opened }: TestBook, work: Promise<unknown>): Promise<void> {
  let settled = false;
  void work.finally(() => {
    settled = true;
  });
  while (!settled) {
    const blocked = await rows(
      opened.db,
      sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (blocked.length > 0) return;
  }
}
