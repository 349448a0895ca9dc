import { expect, test } from 'vitest';
import { createQuota } from '../src/execution/limits/quota.ts';
import { createChangeFilters } from '../src/live/change-filter.ts';
import { createWatches } from '../src/live/watch/watches.ts';
import { createOrderStreams } from '../src/ports/order-streams.ts';
import { eventually } from './support/eventually.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

test('a journal that is resumed before its end is in the book is read to its end', async () => {
  const { streams, watched, told, end } = anOrderThatIs({ closed: true, revision: 4, inBook: [1, 2] });
  const seen = seqsOf(streams.events('ORD-1', 1));
  await watched();

  told(4, [1, 2, 3, 4]);
  end();

  expect(await seen).toEqual([2, 3, 4]);
});

test('a journal that is complete in the book is read there, without a watch', async () => {
  const { streams, watches } = anOrderThatIs({ closed: true, revision: 4, inBook: [1, 2, 3, 4] });

  const seen = await seqsOf(streams.events('ORD-1', 1));

  expect(seen).toEqual([2, 3, 4]);
  expect(watches.size).toBe(0);
});

test.each(['events', 'watch'] as const)(
  'the %s of an order that disappeared without an end fails instead of completing',
  async (stream) => {
    const { streams, watched, told, vanish } = anOrderThatIs({ closed: false, revision: 0 });
    const seen = seqsOf(stream === 'watch' ? streams.watch('ORD-1') : streams.events('ORD-1', 0)).catch(String);
    await watched();

    told(2, [1, 2]);
    vanish();

    expect(await seen).toContain('how the order ended');
  },
);

test('the end may reach the book after the engine has forgotten the order', async () => {
  const { streams, watched, told, vanish, bookCloses } = anOrderThatIs({ closed: false, revision: 0 });
  const seen = seqsOf(streams.events('ORD-1', 0));
  await watched();
  told(2, [1]);

  vanish();
  bookCloses();

  expect(await seen).toEqual([1, 2]);
});

type Standing = { closed: boolean; revision: number; inBook?: number[] };

/** The streams of an order with a given snapshot, and the sources that they use. */
function anOrderThatIs({ closed, revision, inBook = [] }: Standing) {
  const { parts, ...tellers } = aFollowedOrder(inBook);
  const watches = createWatches(parts);
  const found = parts.snapshots.fromWorkflow(anOrderAt(revision, closed ? '2026-01-01T00:00:01.000Z' : null));
  const caller = { viewer: null, correlationId: 'c-1', idempotencyKey: null, lastEventId: null };
  const changes = { changeFeed: parts.changes, changeFilters: createChangeFilters(parts.snapshots) };
  const quota = createQuota(1_000, () => new Date(0));
  const streams = createOrderStreams({ ...parts, ...changes, watches, quota, followList: () => () => undefined })(
    caller,
    async () => found,
  );
  const watched = () => eventually(() => expect(watches.size).toBe(1));
  return { streams, watches, watched, ...tellers };
}

async function seqsOf(stream: AsyncIterable<object> | Promise<AsyncIterable<object>>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const told of await stream) seen.push('seq' in told ? told.seq : told);
  return seen;
}
