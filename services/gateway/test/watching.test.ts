import { expect, test } from 'vitest';
import { watchingOn } from '../src/watching/watching.ts';
import { aFollowedOrder, anOrderAt } from './support/followed.ts';

test('a slow follower gets the latest and nothing in between, a fast one gets everything', async () => {
  const { watching, told, first } = aWatch();
  const [slow, fast] = [watching.snapshots(first), watching.snapshots(first)];
  await Promise.all([slow.next(), fast.next()]);

  const seenByFast: number[] = [];
  for (const revision of [1, 2, 3]) {
    const next = fast.next();
    told(revision);
    seenByFast.push((await next).value?.revision ?? 0);
  }
  const seenBySlow = (await slow.next()).value?.revision;

  expect(seenByFast).toEqual([1, 2, 3]);
  expect(seenBySlow).toBe(3);
  watching.stop();
});

test('a follower that leaves while it waits is gone at once', async () => {
  const { watching, first } = aWatch();
  const follower = watching.snapshots(first);
  await follower.next();
  const waiting = follower.next();

  await follower.return();

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(watching.size).toBe(0);
});

test('a follower that leaves before it has begun starts nothing', async () => {
  const { watching, first } = aWatch();

  await watching.snapshots(first).return();

  expect(watching.size).toBe(0);
});

test('journal entries that a watch no longer holds come from the book', async () => {
  const { watching, told, first } = aWatch({ inBook: [1, 2, 3] });
  const follower = watching.entries(first.orderId, 0);
  const waiting = follower.next();

  told(5, [4, 5]);
  const seen = [await waiting, ...(await Promise.all([1, 2, 3, 4].map(() => follower.next())))];

  expect(seen.map(({ value }) => value?.seq)).toEqual([1, 2, 3, 4, 5]);
  watching.stop();
});

function aWatch({ inBook = [] as number[] } = {}) {
  const { parts, told } = aFollowedOrder(inBook);
  const watching = watchingOn(parts);
  const first = parts.snapshots.live(anOrderAt(0));
  return { watching, told, first };
}
