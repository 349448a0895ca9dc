import { isUnreachable } from '../../src/database/unreachable.ts';

/** Of each, whether it failed because the database could not be reached. */
export async function failures(work: Promise<unknown>[]): Promise<boolean[]> {
  const ends = await Promise.allSettled(work);
  return ends.map((end) => end.status === 'rejected' && isUnreachable(end.reason));
}
