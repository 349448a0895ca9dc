import { createOrderBook, type OrderBook } from '../../src/application/order-book.ts';
import { createRunBook, type RunBook } from '../../src/application/run-book.ts';
import { type OpenBooks, openBooks } from '../../src/infrastructure/open-books.ts';

/** An order book of its own for one test, with what lies under it. */
export type TestBook = { book: OrderBook; runs: RunBook; opened: OpenBooks };

/** The time limit for opening the first engine in a process on a busy machine. */
export const opening = 60_000;

export const writtenAt = new Date('2026-02-03T04:05:06.789Z');

export async function openTestBook(databaseUrl?: string): Promise<TestBook> {
  const opened = await openBooks({ databaseUrl, now: () => writtenAt });
  return { book: createOrderBook(opened), runs: createRunBook(opened), opened };
}
