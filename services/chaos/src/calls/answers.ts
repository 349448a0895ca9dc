import type { Query } from '@waybill/platform';
import type { Desk } from './desk.ts';

/** What was said to a call: a status and the exact bytes of the body. */
export type Answer = { status: number; body: string };

/** A call that must have its effect once, and always get the same answer. */
export type KeyedCall = { operation: string; key: string; fingerprint: string };

export type Remembered = Answer & { fingerprint: string };

const find = 'select fingerprint, status, body from chaos.answers where operation = $1 and key = $2';

/** Violates the primary key when there is an answer already: to look first, as `on conflict` does, costs every first call. */
const keep = `
  insert into chaos.answers (operation, key, fingerprint, status, body, answered_at) values ($1, $2, $3, $4, $5, $6)
  returning key`;

export async function findAnswer(query: Query, { operation, key }: KeyedCall): Promise<Remembered | undefined> {
  const [known] = await query<Remembered>(find, [operation, key]);
  return known;
}

/** Writes the answer at the end of the call, with its effect. */
export const keepAnswer = (desk: Desk, { operation, key, fingerprint }: KeyedCall, answer: Answer, at: Date): void =>
  desk.write(keep, [operation, key, fingerprint, answer.status, answer.body, at]);
