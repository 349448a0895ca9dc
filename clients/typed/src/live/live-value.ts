import { createSnapshot } from './snapshot.ts';

/** `done` once it will not change any more; `error` when it cannot be followed. */
export type Watched = { done: boolean; error: unknown };

type Watching<Value, Item, Shown> = {
  initial: Value;
  follow: (signal: AbortSignal, value: Value) => AsyncIterable<Item>;
  next: (value: Value, item: Item) => Value;
  shown: (value: Value, how: Watched) => Shown;
};

/** A value that is computed from what a stream has delivered so far. */
export function createLiveValue<Value, Item, Shown>({ initial, follow, next, shown }: Watching<Value, Item, Shown>) {
  let value = initial;
  return createSnapshot<Shown>(shown(value, { done: false, error: undefined }), async (show, _, signal) => {
    try {
      for await (const item of follow(signal, value)) {
        if (signal.aborted) return;
        value = next(value, item);
        show(shown(value, { done: false, error: undefined }));
      }
      show(shown(value, { done: true, error: undefined }));
    } catch (error) {
      show(shown(value, { done: false, error }));
    }
  });
}
