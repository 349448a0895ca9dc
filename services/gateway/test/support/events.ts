import type { Driver } from './driver.ts';

type Followed = ReturnType<Driver['follow']>;
export type Told = Exclude<Awaited<ReturnType<Followed['next']>>, { done: true }>['value'];

/** All events from here to the end. */
export async function all<Value>(told: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of told) values.push(value);
  return values;
}

/** The next few events, after which the follower leaves, unless it should stay. */
export async function take(told: Followed, count: number, { stay = false } = {}): Promise<Told[]> {
  const taken: Told[] = [];
  while (taken.length < count) {
    const { done, value } = await told.next();
    if (done) throw new Error(`It ended after ${taken.length}`);
    taken.push(value);
  }
  if (!stay) await told.return?.();
  return taken;
}

/** The numbers of journal entries. */
export const seqs = (told: readonly Told[]): (number | undefined)[] =>
  told.map(({ data }) => (data as { orderEvents?: { seq: number } } | null | undefined)?.orderEvents?.seq);
