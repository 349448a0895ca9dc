import { Refused } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChangeFeed } from '../src/live/change-feed.ts';
import { Notifier } from '../src/live/notifier.ts';
import type { Book } from '../src/live/order-book.ts';
import { eventually } from './support/eventually.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stream of changes repeats a feed that was restored from a backup, and continues with it', async () => {
  const feed = aFeed(['a', 'b', 'c']);
  const changes = createChangeFeed(feed.book, openLog('test', 'silent'));
  const stream = changes.after(null, async () => undefined);
  const first = stream.next();
  await eventually(() => expect(feed.waiting()).toBe(1));
  feed.grow('d');
  const received = [await first];

  const afterRestore = [stream.next(), stream.next(), stream.next(), stream.next()];
  feed.restore(['a', 'b', 'x', 'y']);
  received.push(...(await Promise.all(afterRestore)));
  const last = stream.next();
  await eventually(() => expect(feed.waiting()).toBe(1));
  feed.grow('z');
  received.push(await last);

  expect(received.map(({ value }) => value?.booked.order.orderId)).toEqual(['d', 'a', 'b', 'x', 'y', 'z']);
  await stream.return();
});

test('a reader of an order that begins while an earlier one is ending is still notified of its changes', async () => {
  const feed = aFeed(['a']);
  const changes = createChangeFeed(feed.book, openLog('test', 'silent'));
  const earlier = changes.subscribe('b');
  const later = changes.subscribe('b');
  await eventually(() => expect(feed.waiting()).toBe(1));

  earlier.unsubscribe();
  const before = later.notifier.count;
  feed.grow('b');
  await eventually(() => expect(feed.waiting()).toBe(1));

  expect(later.notifier.count).toBe(before + 1);
  later.unsubscribe();
});

/** A feed whose cursors name its generation, with one order a change. */
function aFeed(orders: string[]) {
  let [known, generation] = [orders, 1];
  const grown = new Notifier();
  const cursorAt = (number: number) => `${number}.${generation}`;
  const changes: Book['changes'] = async ({ after, waitMs = 0, signal } = {}) => {
    if (after === undefined) return { changes: [], cursor: cursorAt(known.length) };
    const isLost = after !== '0' && !after.endsWith(`.${generation}`);
    if (isLost) throw new Refused('FEED_RESTORED', 'Restored');
    const from = Number.parseInt(after, 10);
    if (from === known.length && waitMs > 0) {
      await grown.next(signal as AbortSignal, grown.count);
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
      grown.notify();
    },
    restore(backup: string[]) {
      [known, generation] = [backup, generation + 1];
      grown.notify();
    },
  };
}
