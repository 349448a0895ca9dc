import type { TestBook } from './test-book.ts';

/** Adds this many orders that are like one in the book but for their ids, and lets the planner know. */
export async function addOrders({ opened }: TestBook, like: string, count: number): Promise<void> {
  await opened.query(
    `insert into order_book.orders (order_id, customer_id, status, items, shipping_address, total_minor, currency_code,
       rest, revision, journal_seq, attention, fingerprint, created_at, updated_at, closed_at, written_at)
     select 'many-' || n, 'c-' || n % 100, status, items, shipping_address, total_minor + n, currency_code,
       rest, revision, journal_seq, attention, fingerprint, created_at + n * interval '1 minute',
       updated_at + n * interval '1 minute', closed_at, written_at
     from order_book.orders, generate_series(1, $2::int) n where order_id = $1`,
    [like, count],
  );
  await opened.query('analyze', []);
}
