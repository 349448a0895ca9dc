import { type TestBook, writtenAt } from './test-book.ts';

export const daysLater = (days: number) => new Date(writtenAt.getTime() + days * 24 * 60 * 60 * 1000);

export async function recordAll(
  { book }: TestBook,
  writes: readonly (Parameters<TestBook['book']['record']>[0] | undefined)[],
) {
  for (const write of writes) if (write) await book.record(write);
}

/** Follows the feed from here until so many orders were seen to be shipped. */
export async function followUntilShipped({ book }: TestBook, from: string, orders: number) {
  const final = new Map<string, string>();
  const cursors: number[] = [];
  let after = from;
  while ([...final.values()].filter((status) => status === 'SHIPPED').length < orders) {
    const { changes, cursor } = await book.changes({ after, waitMs: 5_000, signal: new AbortController().signal });
    if (changes.length === 0) break;
    for (const { booked, cursor: at } of changes) {
      final.set(booked.order.orderId, booked.order.status);
      cursors.push(Number(at));
    }
    after = cursor;
  }
  return { final, cursors };
}
