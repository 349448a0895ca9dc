import { readFile } from 'node:fs/promises';
import { createOrderBook } from '../../services/order-book/src/application/order-book.ts';
import { createRunBook } from '../../services/order-book/src/application/run-book.ts';
import { openBooks } from '../../services/order-book/src/infrastructure/open-books.ts';
import { aWrite } from '../../services/order-book/test/support/orders.ts';
import { aRun, aRunWrite } from '../../services/order-book/test/support/runs.ts';

export type Book = Awaited<ReturnType<typeof bookOf>>;

/** The number of open orders, whatever the number of closed ones. */
const open = 200;

/** Fills the tables with this many orders, as many runs, and three journal entries for each order. A million deferred triggers would count the rows one by one. */
export async function bookOf(databaseUrl: string, size: number) {
  const opened = await openBooks({ databaseUrl, now: () => new Date('2026-01-01T00:00:00.000Z') });
  const [book, runs] = [createOrderBook(opened), createRunBook(opened)];
  await book.record(aWrite({ orderId: 'like' }));
  await runs.record(aRunWrite(aRun('RUN-like')));
  await opened.patiently(async (query) => {
    for (const table of ['orders', 'events']) await query(`alter table order_book.${table} disable trigger user`, []);
    await query(orders, [size, open]);
    await query(events, []);
    await query(counts, []);
    await query(await rollups(), []);
    await query(runRows, [size, open]);
    for (const table of ['orders', 'events']) await query(`alter table order_book.${table} enable trigger user`, []);
    await query('vacuum analyze', []);
  });
  return { size, opened, book, runs };
}

const orders = `
insert into order_book.orders (order_id, customer_id, status, items, shipping_address, total_minor, currency_code,
  rest, revision, journal_seq, attention, fingerprint, created_at, updated_at, closed_at, written_at)
select 'O-' || lpad(n::text, 7, '0'), case when n % 5 = 0 then 'c-great' else 'c-' || n / 20 end, stands.status,
  jsonb_set(items, '{0,sku}', to_jsonb(case when n in (2, $1 / 2) then 'RARE' else 'SKU-' || n % 50 end)), shipping_address,
  1000 + n::bigint * 7919 % 100000, case when n % 10 = 9 then 'EUR' else 'USD' end,
  case when n % 10 = 3 then rest || '{"plan": "RESERVE_FIRST"}' else rest end, 3, 3,
  case when n % 100 = 7 and ended is null then 'STUCK' when n = 8 then 'UNBALANCED' end, fingerprint,
  at, at + case when n % 50 = 11 then interval '3 days' else interval '5 minutes' end, ended, at
from order_book.orders as sample, generate_series(1, $1::int) as n
cross join lateral (select timestamptz '2026-01-02 00:00:00+00' + n * interval '20 seconds' as at) as placed
cross join lateral (select
  case when n > $1 - $2::int then (array['AWAITING_APPROVAL', 'PROCESSING', 'COMPENSATING'])[1 + n % 3]
    when n % 5 = 0 then 'FAILED' when n % 20 = 1 then 'CANCELLED' when n % 50 = 2 then 'REJECTED' else 'SHIPPED' end as status,
  case when n <= $1 - $2::int then at + interval '5 minutes' end as ended) as stands
where sample.order_id = 'like'`;

const events = `
insert into order_book.events (order_id, seq, type, step, payload, at, actor, firm)
select order_id, seq, (array['ORDER_RECEIVED', 'STATUS_CHANGED', 'ORDER_CLOSED'])[seq], null, '{}',
  created_at + seq * interval '1 second', case when seq = 2 then 'manager-' || total_minor % 10 end, true
from order_book.orders, generate_series(1, 3) as seq where order_id <> 'like'`;

const counts = `
insert into order_book.order_counts as kept (scope, status, attention, count)
select scope, status, coalesce(attention, ''), count(*) from order_book.orders
cross join lateral (values (''::bytea), (sha256(convert_to(customer_id, 'UTF8')))) as scopes (scope)
where order_id <> 'like' group by 1, 2, 3
on conflict (scope, status, attention) do update set count = kept.count + excluded.count`;

/** The counts of closed orders, as their migration fills them. */
async function rollups(): Promise<string> {
  const migration = '../../services/order-book/migrations/0020_order_rollups.sql';
  const text = await readFile(new URL(migration, import.meta.url), 'utf8');
  return text.split('--> statement-breakpoint').at(-1) ?? '';
}

const runRows = `
insert into order_book.runs (run_id, kind, status, about, started_by, rest, revision, journal_seq, fingerprint,
  started_at, updated_at, closed_at, written_at)
select 'RUN-' || lpad(n::text, 7, '0'), (array['USER_CONTEXT', 'GREETING', 'PAYMENT'])[1 + n % 3],
  case when n > $1 - $2::int then 'RUNNING' when n in (2, $1 / 2) then 'CANCELLED' when n % 20 = 1 then 'FAILED'
    else 'COMPLETED' end,
  'u-' || n / 20, case when n % 5 = 0 then 'great' else 's-' || n / 20 end, rest, revision, journal_seq, fingerprint,
  at, at, case when n <= $1 - $2::int then at end, at
from order_book.runs as sample, generate_series(1, $1::int) as n
cross join lateral (select timestamptz '2026-01-02 00:00:00+00' + n * interval '20 seconds' as at) as started
where sample.run_id = 'RUN-like'`;
