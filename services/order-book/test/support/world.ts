import { createOrderBook, type OrderBook } from '../../src/application/order-book.ts';
import { createRunBook, type RunBook } from '../../src/application/run-book.ts';
import { type OpenBooks, openBooks } from '../../src/infrastructure/open-books.ts';

/** An order book of its own for one test, with what lies under it. */
export type World = { book: OrderBook; runs: RunBook; opened: OpenBooks };

/** How long the first engine in a process may take to open, on a machine that is busy. */
export const opening = 60_000;

export const writtenAt = new Date('2026-02-03T04:05:06.789Z');

export async function worldOn(databaseUrl?: string): Promise<World> {
  const opened = await openBooks({ databaseUrl, now: () => writtenAt });
  return { book: createOrderBook(opened), runs: createRunBook(opened), opened };
}
