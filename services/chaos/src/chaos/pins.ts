import type { AllChaosPins, ChaosPin } from '@waybill/contracts';
import type { Database, Db } from '@waybill/platform';
import { and, eq, sql } from 'drizzle-orm';
import type { Operation, Outcome } from './plan.ts';
import { calls, pins } from './tables.ts';

export type Pin = { operation: Operation; outcomes: Outcome[] };

const mostPinsListed = 1_000;
const used = sql<number>`coalesce(${calls.attempts}, 0) - ${pins.afterAttempt}`;
const ofPin = and(eq(calls.orderId, pins.orderId), eq(calls.operation, pins.operation));

/** A pin counts from the number of calls when it was set, so using it up needs no write. */
export const createPins = ({ db, transaction }: Pick<Database, 'db' | 'transaction'>) => ({
  set: (orderId: string, pinned: readonly Pin[]) =>
    transaction(async (tx) => {
      for (const { operation, outcomes } of pinned) await setOne(tx, orderId, operation, outcomes);
    }),
  /** The pins of all orders that are not used up. */
  all: async (): Promise<AllChaosPins['pins']> => {
    const rows = await db
      .select({ orderId: pins.orderId, operation: pins.operation, outcomes: pins.outcomes, used })
      .from(pins)
      .leftJoin(calls, ofPin)
      .where(sql`jsonb_array_length(${pins.outcomes}) > ${used}`)
      .orderBy(pins.orderId, pins.operation)
      .limit(mostPinsListed);
    return rows.map(({ outcomes, used, ...pin }) => ({ ...pin, outcomes: outcomes.slice(used) }));
  },
  /** The pins of an order that are not used up. */
  left: async (orderId: string): Promise<ChaosPin[]> => {
    const rows = await db
      .select({
        operation: pins.operation,
        outcomes: pins.outcomes,
        used,
      })
      .from(pins)
      .leftJoin(calls, ofPin)
      .where(eq(pins.orderId, orderId))
      .orderBy(pins.operation);
    const left = rows.map(({ operation, outcomes, used }) => ({ operation, outcomes: outcomes.slice(used) }));
    return left.filter(({ outcomes }) => outcomes.length > 0);
  },
});

export type Pins = ReturnType<typeof createPins>;

async function setOne(tx: Db, orderId: string, operation: Operation, outcomes: Outcome[]): Promise<void> {
  const seen = sql`coalesce((select attempts from chaos.calls where order_id = ${orderId} and operation = ${operation}), 0)`;
  const row = { afterAttempt: sql`${seen}`, outcomes };
  await tx
    .insert(pins)
    .values({ orderId, operation, ...row })
    .onConflictDoUpdate({ target: [pins.orderId, pins.operation], set: row });
}
