import type { OrderStep } from '@waybill/contracts/domain';
import { currentSteps, type OrderSnapshot } from '@waybill/graphql';
import { expect, test } from 'vitest';
import { createWatches } from '../src/live/watch/watches.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

test('a slow subscriber gets only the latest state, a fast one every change', async () => {
  const { watches, told, first } = aWatch();
  const [slow, fast] = [watches.snapshots(first), watches.snapshots(first)];
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
  watches.stop();
});

test('a subscriber that leaves while it waits is removed at once', async () => {
  const { watches, first } = aWatch();
  const follower = watches.snapshots(first);
  await follower.next();
  const waiting = follower.next();

  await follower.return();

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(watches.size).toBe(0);
});

test('a subscriber that leaves before it has started starts no watch', async () => {
  const { watches, first } = aWatch();

  await watches.snapshots(first).return();

  expect(watches.size).toBe(0);
});

test('journal entries that a watch no longer has come from the book', async () => {
  const { watches, told, first } = aWatch({ inBook: [1, 2, 3] });
  const follower = watches.entries(first.orderId, 0);
  const waiting = follower.next();

  told(5, [4, 5]);
  const seen = [await waiting, ...(await Promise.all([1, 2, 3, 4].map(() => follower.next())))];

  expect(seen.map(({ value }) => value?.seq)).toEqual([1, 2, 3, 4, 5]);
  watches.stop();
});

test('while the engine does not answer, the entries that the book has are sent', async () => {
  const { watches, told, first } = aWatch({ inBook: [1, 2, 3] });
  const follower = watches.entries(first.orderId, 1);

  const booked = [await follower.next(), await follower.next()];
  const next = follower.next();
  told(4, [3, 4]);

  expect([...booked, await next].map(({ value }) => value?.seq)).toEqual([2, 3, 4]);
  watches.stop();
});

test('the progress of a label that a subscriber was sent does not decrease, whatever the engine forgets', async () => {
  const { watches, told, parts } = aWatch();
  const label = aLabel({ status: 'RUNNING' });
  const running = { step: 'CREATE_LABEL', attempt: 3, percent: 90, lastError: null, nextAttemptAt: null } as const;
  const follower = watches.snapshots(parts.snapshots.fromWorkflow({ ...anOrderAt(0), steps: [label] }, running));
  await follower.next();

  const seen = [];
  for (const [revision, step, work] of [
    [1, label, null],
    [2, label, { ...running, attempt: 2, percent: 10 }],
    [3, aLabel({ status: 'CANCELLED' }), null],
  ] as const) {
    const next = follower.next();
    told(revision, [], { steps: [step] }, work);
    seen.push(...currentSteps((await next).value as OrderSnapshot));
  }

  expect(seen).toMatchObject(seen.map(() => ({ attempt: 3, percent: 90 })));
  expect(seen).toHaveLength(3);
  watches.stop();
});

test('a subscriber with a newer state than the watch that it joins gets no older state', async () => {
  const { watches, told, first, parts } = aWatch();
  const early = watches.snapshots(first);
  await early.next();
  const label = aLabel({ status: 'RUNNING' });
  const next = early.next();
  told(1, [], { steps: [label] });
  await next;

  const running = { step: 'CREATE_LABEL', attempt: 2, percent: 40, lastError: null, nextAttemptAt: null } as const;
  const late = watches.snapshots(parts.snapshots.fromWorkflow({ ...anOrderAt(1), steps: [label] }, running));
  await late.next();

  expect(currentSteps((await late.next()).value as OrderSnapshot)).toMatchObject([{ attempt: 2, percent: 40 }]);
  watches.stop();
});

const aLabel = (over: Partial<OrderStep>): OrderStep => ({
  name: 'CREATE_LABEL',
  status: 'PENDING',
  attempt: 1,
  percent: 0,
  startedAt: null,
  finishedAt: null,
  detail: null,
  error: null,
  ...over,
});

function aWatch({ inBook = [] as number[] } = {}) {
  const { parts, told } = aFollowedOrder(inBook);
  const watches = createWatches(parts);
  const first = parts.snapshots.fromWorkflow(anOrderAt(0));
  return { watches, told, first, parts };
}
