import type { Query } from '@waybill/platform';
import type { Desk } from './desk.ts';

/** What was said to a call: a status and the exact bytes of the body. */
export type Answer = { status: number; body: string };

/** A call that must have its effect once, and always get the same answer. */
export type KeyedCall = { operation: string; key: string; fingerprint: string };

type Remembered = Answer & { fingerprint: string };

const findAnswer = 'select fingerprint, status, body from chaos.answers where operation = $1 and key = $2';

const keepAnswer = `
  insert into chaos.answers (operation, key, fingerprint, status, body, answered_at) values ($1, $2, $3, $4, $5, $6)
  on conflict do nothing returning key`;

/** The memory of answers. */
export const answersAt = ({ read, write }: Desk) => ({
  find: async ({ operation, key }: KeyedCall): Promise<Remembered | undefined> => {
    const [known] = await read<Remembered>(findAnswer, [operation, key]);
    return known;
  },
  keep: ({ operation, key, fingerprint }: KeyedCall, { status, body }: Answer, answeredAt: Date): void =>
    write(keepAnswer, [operation, key, fingerprint, status, body, answeredAt]),
});

export const forgetAnswersBefore = async (query: Query, instant: Date): Promise<void> => {
  await query('delete from chaos.answers where answered_at < $1', [instant]);
};
