import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { FeedName } from '../domain/books.ts';
import { runChangeCounter, runChanges } from './run-tables.ts';
import type { CounterTable } from './table-parts.ts';
import { changeCounter, changes } from './tables.ts';

/** The tables of one feed of changes. */
export type Feed = {
  name: FeedName;
  changes: PgTable & { number: PgColumn; id: PgColumn };
  counter: CounterTable;
  generations: SQL;
};

export const orderFeed: Feed = {
  name: 'orders',
  changes,
  counter: changeCounter,
  generations: sql.raw('order_book.feed_generations'),
};

export const runFeed: Feed = {
  name: 'runs',
  changes: runChanges,
  counter: runChangeCounter,
  generations: sql.raw('order_book.run_feed_generations'),
};
