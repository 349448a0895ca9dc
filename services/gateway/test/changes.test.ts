import type { JournalEntry } from '@waybill/contracts/words';
import { Refused } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Book } from '../src/book.ts';
import { asked } from '../src/watching/asked.ts';
import { Bell } from '../src/watching/bell.ts';
import { type Changes, changesOf } from '../src/watching/changes.ts';
import { anOrderAt } from './support/followed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stream of changes tells all of a feed that was restored from a backup, and goes on with it', async () => {
  const feed = aFeed(['a', 'b', 'c']);
  const changes = changesOf(feed.book, openLog('test', 'silent'));
  const stream = changes.after(null, async () => undefined);
  const first = stream.next();
  await vi.waitFor(() => expect(feed.waiting()).toBe(1));
  feed.grow('d');
  const told = [await first];

  const afterRestore = [stream.next(), stream.next(), stream.next(), stream.next()];
  feed.restore(['a', 'b', 'x', 'y']);
  told.push(...(await Promise.all(afterRestore)));
  const last = stream.next();
  await vi.waitFor(() => expect(feed.waiting()).toBe(1));
  feed.grow('z');
  told.push(await last);

  expect(told.map(({ value }) => value?.booked.order.orderId)).toEqual(['d', 'a', 'b', 'x', 'y', 'z']);
  await stream.return();
});

test('an order that is asked now and then keeps one who waits, however long nothing happens', async () => {
  const bell = new Bell();
  const leaving = new AbortController();
  const about: Changes['about'] = () => ({ bell, speaks: () => false, leave: () => undefined });
  const read = vi.fn(async () => ({ order: anOrderAt(0), journal: [] }));
  const orders = { read, running: async () => null };
  const answers = asked({ orders, changes: { about } }, 'ORD-1', 0, leaving.signal, () => undefined);
  await answers.next();
  const over = answers.next();

  await vi.advanceTimersByTimeAsync(10 * 60_000);
  const waiting = bell.waiting;
  leaving.abort();

  expect(await over).toMatchObject({ done: true });
  expect(read.mock.calls.length).toBeGreaterThan(100);
  expect([waiting, bell.waiting, vi.getTimerCount()]).toEqual([1, 0, 0]);
});

test('an order that has more to tell is asked again at once, and one that is closed is not asked again', async () => {
  const bell = new Bell();
  const about: Changes['about'] = () => ({ bell, speaks: () => true, leave: () => undefined });
  const read = vi.fn(async (_: string, after = 0) => ({
    order: anOrderAt(3, '2026-01-01T00:00:00.000Z'),
    journal: [{ seq: after + 1 } as JournalEntry],
  }));
  const orders = { read, running: async () => null };

  const answers = asked({ orders, changes: { about } }, 'ORD-1', 0, new AbortController().signal, () => undefined);
  const told: (number | undefined)[] = [];
  for await (const { journal } of answers) told.push(journal[0]?.seq);

  expect(told).toEqual([1, 2, 3]);
  expect([bell.waiting, vi.getTimerCount()]).toEqual([0, 0]);
});

/** A feed whose cursors name its generation, with one order a change. */
function aFeed(orders: string[]) {
  let [known, generation] = [orders, 1];
  const grown = new Bell();
  const cursorAt = (number: number) => `${number}.${generation}`;
  const changes: Book['changes'] = async ({ after, waitMs = 0, signal } = {}) => {
    if (after === undefined) return { changes: [], cursor: cursorAt(known.length) };
    const isLost = after !== '0' && !after.endsWith(`.${generation}`);
    if (isLost) throw new Refused('FEED_RESTORED', 'Restored');
    const from = Number.parseInt(after, 10);
    if (from === known.length && waitMs > 0) {
      await grown.next(signal as AbortSignal);
      return changes({ after });
    }
    const page = known
      .slice(from)
      .map((orderId, at) => ({ booked: { order: { orderId } }, cursor: cursorAt(from + at + 1) }));
    return { changes: page as never, cursor: page.at(-1)?.cursor ?? after };
  };
  return {
    book: { changes } as Book,
    waiting: () => grown.waiting,
    grow(orderId: string) {
      known = [...known, orderId];
      grown.ring();
    },
    restore(backup: string[]) {
      [known, generation] = [backup, generation + 1];
      grown.ring();
    },
  };
}
