import { CancellationScope, condition } from '@temporalio/workflow';

export type TakeTurns = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * Lets the local activities of one workflow run one at a time, in the order in which they were asked for, and hears each
 * answer last of all that its activation brings. When they run, an answer comes in an activation of its own, after a
 * signal, say, that came meanwhile; when they are replayed, both are in one. So an answer that did not wait would
 * schedule what follows it before what follows the signal. Nor is one ever cancelled: when it is replayed, its answer would
 * wait for a marker that comes after what has followed the cancellation.
 */
export function oneAtATime(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(() => CancellationScope.nonCancellable(() => run().finally(whenAllIsQuiet)));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** What follows a signal goes from one condition to the next so many times at most before it schedules something. */
const longestChain = 10;

async function whenAllIsQuiet(): Promise<void> {
  for (let link = 0; link < longestChain; link++) await everythingElse();
}

/** A condition that is not true at once is looked at again when nothing else is left to run. */
async function everythingElse(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
}
