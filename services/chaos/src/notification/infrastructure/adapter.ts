import type { Db } from '@waybill/platform';
import { and, count, desc, eq } from 'drizzle-orm';
import { Raced } from '../../calls/refusal.ts';
import type { Messages } from '../domain/port.ts';
import { messages } from './tables.ts';

export const messagesIn = (db: Db): Messages => ({
  keepFirst: async (message) => {
    const [kept] = await db.insert(messages).values(message).onConflictDoNothing().returning();
    if (kept) return kept;
    const { orderId, kind } = message;
    const [first] = await db
      .select()
      .from(messages)
      .where(and(eq(messages.orderId, orderId), eq(messages.kind, kind)));
    if (!first) throw new Raced(`A message for ${orderId} is just being kept`);
    return first;
  },
  newest: async (orderId) => {
    const [newest] = await db
      .select()
      .from(messages)
      .where(eq(messages.orderId, orderId))
      .orderBy(desc(messages.seq))
      .limit(1);
    return newest;
  },
  statistics: async () => {
    const counted = await db.select({ kind: messages.kind, count: count() }).from(messages).groupBy(messages.kind);
    return Object.fromEntries(counted.map(({ kind, count }) => [kind, count]));
  },
});
