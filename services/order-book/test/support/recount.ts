import type { OrderCounts } from '@waybill/contracts';
import { countsOf, type Tally } from '../../src/domain/counts.ts';
import type { TestBook } from './test-book.ts';

/** The counts of a customer's orders, or of all, counted one by one. */
export async function recounted({ opened }: TestBook, customerId?: string): Promise<OrderCounts> {
  const tallies = await opened.query<Tally>(
    `select status, attention, count(*)::int as count from order_book.orders
     where customer_id = coalesce($1, customer_id) group by 1, 2`,
    [customerId ?? null],
  );
  const [oldest] = await opened.query<{ since: string | null }>(
    `select min(step->>'startedAt') as since from order_book.orders, jsonb_array_elements(rest->'steps') as step
     where customer_id = coalesce($1, customer_id) and status = 'AWAITING_APPROVAL' and step->>'name' = 'AWAIT_APPROVAL'`,
    [customerId ?? null],
  );
  return countsOf(tallies, oldest?.since ?? null);
}
