import type { Db } from '@waybill/platform';
import { and, eq, lt, sql } from 'drizzle-orm';
import { NotYet, Raced } from './refusal.ts';
import { answers } from './tables.ts';

/** What was said to a call: a status and the exact bytes of the body. */
export type Answer = { status: number; body: string };

/** A call that must have its effect once, and always get the same answer. */
export type KeyedCall = { operation: string; key: string; fingerprint: string };

type Remembered = Answer & { fingerprint: string };

/** The memory of answers, on a database or within a transaction. */
export const answersIn = (db: Db) => ({
  /** The answer that was given. Within a transaction it also makes sure that nobody else, in any process, is at it. */
  find: async ({ operation, key }: KeyedCall): Promise<Remembered | undefined> => {
    const [row] = await db
      .select({
        free: sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${`${operation} ${key}`}, 0))`,
        fingerprint: answers.fingerprint,
        status: answers.status,
        body: answers.body,
      })
      .from(sql`(select 1) as one`)
      .leftJoin(answers, and(eq(answers.operation, operation), eq(answers.key, key)));
    if (!row?.free) throw inFlight();
    const { fingerprint, status, body } = row;
    return fingerprint === null || status === null || body === null ? undefined : { fingerprint, status, body };
  },
  /** Rejects with `Raced` when an answer is there already. */
  keep: async ({ operation, key, fingerprint }: KeyedCall, answer: Answer, answeredAt: Date): Promise<void> => {
    const kept = await db
      .insert(answers)
      .values({ operation, key, fingerprint, ...answer, answeredAt })
      .onConflictDoNothing()
      .returning({ key: answers.key });
    if (kept.length === 0) throw new Raced(`${operation} ${key} has just been answered`);
  },
  forgetBefore: async (instant: Date): Promise<void> => {
    await db.delete(answers).where(lt(answers.answeredAt, instant));
  },
});

export const inFlight = () =>
  new NotYet('IDEMPOTENCY_KEY_IN_FLIGHT', 'The first call with this key is still being answered');
