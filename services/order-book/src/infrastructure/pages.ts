import type { OrderPage } from '@waybill/contracts';
import type { Database, Db } from '@waybill/platform';
import { and, type SQL, sql } from 'drizzle-orm';
import type { FullPageRequest } from '../domain/books.ts';
import { feedCursor } from '../domain/feed-position.ts';
import { cursorAt, positionAt } from '../domain/position.ts';
import { newestChange } from './feed.ts';
import { orderFeed } from './feeds.ts';
import { matching } from './filter.ts';
import { partsOf } from './list-parts.ts';
import { bookedFrom } from './order-row.ts';
import { after, before, from, positionOf, sorted, sortedBackwards, upTo } from './sort.ts';
import { orders } from './tables.ts';
import { totalCount } from './total-count.ts';

const usualPage = 20;

/** A page of a list, and the position of the change feed at the same moment. */
export const readPage = (
  { transaction }: Pick<Database, 'transaction'>,
  request: FullPageRequest,
): Promise<OrderPage> => transaction((tx) => pageIn(tx, request), 'planned snapshot');

async function pageIn(tx: Db, { filter, orderBy: sort, first, last, countTotal, ...bounds }: FullPageRequest) {
  const listed = matching(filter, sort);
  const parts = partsOf(filter, sort);
  const start = bounds.after === undefined ? undefined : positionAt(sort, bounds.after);
  const end = bounds.before === undefined ? undefined : positionAt(sort, bounds.before);
  const backwards = last !== undefined;
  const size = last ?? first ?? usualPage;

  const between = and(listed, start && after(sort, start), end && before(sort, end));
  const order = backwards ? sortedBackwards(sort) : sorted(sort);
  const found = await listing(tx, inEach(parts, between), order, size + 1);
  const hasMore = found.length > size;
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);

  return {
    edges: rows.map((row) => ({ cursor: cursorAt(sort, positionOf(sort, row)), booked: bookedFrom(row) })),
    hasNextPage:
      (!backwards && hasMore) || (end !== undefined && (await isAny(tx, inEach(parts, and(listed, from(sort, end)))))),
    hasPreviousPage:
      (backwards && hasMore) ||
      (start !== undefined && (await isAny(tx, inEach(parts, and(listed, upTo(sort, start)))))),
    totalCount: countTotal ? await totalCount(tx, filter, sort) : null,
    changesCursor: feedCursor(await newestChange(tx, orderFeed)),
  };
}

type Parts = readonly (SQL | undefined)[];

const inEach = (parts: Parts, condition: SQL | undefined): Parts => parts.map((part) => and(condition, part));

/** The first rows of a list that has these parts, in this order. */
export const listing = (db: Db, parts: Parts, order: SQL[], most: number) =>
  db
    .select()
    .from(orders)
    .where(parts.length === 1 ? parts[0] : sql`${orders.orderId} in (${firstOfEach(parts, order, most)})`)
    .orderBy(...order)
    .limit(most);

/** The ids of the first rows of each part. */
const firstOfEach = (parts: Parts, order: SQL[], most: number): SQL =>
  sql.join(
    parts.map(
      (part) => sql`(select ${orders.orderId} from ${orders} ${part ? sql`where ${part}` : sql``}
        order by ${sql.join(order, sql`, `)} limit ${most})`,
    ),
    sql` union all `,
  );

async function isAny(tx: Db, parts: Parts): Promise<boolean> {
  for (const part of parts) {
    const rows = await tx.select({ orderId: orders.orderId }).from(orders).where(part).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}
