import type { OrderCounts } from '@waybill/contracts';
import type { Attention } from '@waybill/contracts/domain';
import type { Database } from '@waybill/platform';
import { and, eq, isNotNull, min } from 'drizzle-orm';
import { countsOf } from '../domain/counts.ts';
import { isText } from './conditions.ts';
import { orderCounts, orders } from './tables.ts';
import { scopeOf } from './total-count.ts';

/** The counts that the database keeps with each write, and the start of the longest wait at the same moment. */
export const readCounts = (
  { transaction }: Pick<Database, 'transaction'>,
  customerId: string | undefined,
): Promise<OrderCounts> =>
  transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(orderCounts)
      .where(eq(orderCounts.scope, scopeOf(customerId)));
    const isTheirs = customerId === undefined ? undefined : isText(orders.customerId, customerId);
    const [oldest] = await tx
      .select({ since: min(orders.waitingSince) })
      .from(orders)
      .where(and(isNotNull(orders.waitingSince), isTheirs));
    const tallies = rows.map(({ attention, ...row }) => ({
      ...row,
      attention: (attention || null) as Attention | null,
    }));
    return countsOf(tallies, oldest?.since ?? null);
  }, 'snapshot');
