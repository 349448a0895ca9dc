export type TakeTurns = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * Lets the local activities of one workflow run one at a time, in the order in which they were asked for. Two at once
 * are answered in two activations when they run, and may be in a single one when they are replayed: what is scheduled
 * after them would then come in another order.
 */
export function oneAtATime(): TakeTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}
