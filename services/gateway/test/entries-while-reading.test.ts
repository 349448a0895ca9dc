import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createWatches } from '../src/live/watch/watches.ts';
import { all } from './support/events.ts';
import { aFollowedOrder, anOrderAt } from './support/order-in-test.ts';

test('a stream of entries ends when its order ends while the book is read for the stream', async () => {
  const { watches, told, end, reading } = aWatchOfASlowBook();
  const entries = all(watches.entries('ORD-1', 0));
  const states = all(watches.snapshots(anOrderAt(0) as never));
  told(5, [4, 5]); // the watch has no earlier ones, and the book has none yet

  await reading.begun;
  end();
  await states; // the last notification of the watch
  reading.goOn();

  expect((await entries).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
});

/** The first reading of the journal in the book takes until the test lets it go on. */
function aWatchOfASlowBook() {
  const { parts, ...order } = aFollowedOrder();
  const { journal } = parts.source;
  const [begun, goOn] = [new AbortController(), new AbortController()];
  const begins = once(begun.signal, 'abort');
  parts.source.journal = async (id, query) => {
    const page = await journal(id, query);
    const isFirst = !begun.signal.aborted;
    begun.abort();
    if (isFirst) await once(goOn.signal, 'abort');
    return page;
  };
  return { ...order, watches: createWatches(parts), reading: { begun: begins, goOn: () => goOn.abort() } };
}
