import type { Query } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import type { UnitOfWork } from './unit-of-work.ts';

/** The reply to a call: a status and the exact bytes of the body. */
export type Reply = { status: number; body: string };

/** A call that must have its effect once and always get the same reply. */
export type KeyedCall = { operation: string; key: string; fingerprint: string };

export type StoredReply = Reply & { fingerprint: string };

const find = 'select fingerprint, status, body from chaos.answers where operation = $1 and key = $2';

export async function findReply(query: Query, { operation, key }: KeyedCall): Promise<StoredReply | undefined> {
  const [stored] = await query<StoredReply>(find, [operation, key]);
  return stored;
}

/**
 * Writes the reply at the end of the call, with its effect. Violates the primary key if there is a reply already:
 * checking first, as `on conflict` does, would cost every first call.
 */
export const storeReply = (
  { write }: UnitOfWork,
  { operation, key, fingerprint }: KeyedCall,
  { status, body }: Reply,
  at: Date,
): void =>
  write(sql`
    insert into chaos.answers (operation, key, fingerprint, status, body, answered_at)
    values (${operation}, ${key}, ${fingerprint}, ${status}, ${body}, ${at}) returning key`);
