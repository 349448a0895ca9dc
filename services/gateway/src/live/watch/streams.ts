import { cancellable } from '../cancellable.ts';
import { readJournalAfter } from '../journal.ts';
import { isNewer } from '../newer-snapshot.ts';
import type { Entry, Snapshot, Source } from '../source.ts';
import { firstAnswer } from './first-answer.ts';
import type { Watch } from './watch.ts';
import type { WatchRegistry } from './watch-registry.ts';

/** `known` first, then the latest state whenever there is a newer one; ends with the work. */
export const snapshotsAfter = <S extends Snapshot, E extends Entry>(
  registry: WatchRegistry<S, E>,
  id: string,
  known: S,
) =>
  cancellable(async function* (cancelled): AsyncGenerator<S, void, void> {
    const { watch, unsubscribe } = registry.subscribe(id);
    watch.noteSent(known);
    try {
      let sent = known;
      let version = -1;
      yield sent;
      while (!cancelled.aborted) {
        const { count: seen } = watch.notifier;
        if (watch.latest && version < watch.version) {
          version = watch.version;
          if (!isNewer(sent, watch.latest)) continue;
          sent = watch.latest;
          yield sent;
        } else if (watch.ended) {
          return throwFailureOf(watch);
        } else {
          await watch.notifier.next(cancelled, seen);
        }
      }
    } finally {
      unsubscribe();
    }
  });

/** Every journal entry after `seq` once, in order; ends with the work. Those of the book come first where the engine is silent. */
export const entriesAfter = <S extends Snapshot, E extends Entry>(
  registry: WatchRegistry<S, E>,
  source: Source<S, E>,
  id: string,
  seq: number,
) =>
  cancellable(async function* (cancelled): AsyncGenerator<E, void, void> {
    const { watch, unsubscribe } = registry.subscribe(id);
    try {
      await firstAnswer(watch, cancelled);
      let sent = seq;
      while (!cancelled.aborted) {
        const { ended, notifier } = watch;
        const { count: seen } = notifier; // the book is read below, and meanwhile the watch goes on
        const held = watch.isStarting ? undefined : watch.journal.after(sent);
        const entries = held ?? (await readJournalAfter(source, id, sent));
        for (const entry of entries) {
          sent = entry.seq;
          yield entry;
        }
        if (entries.length > 0) continue;
        if (ended) return throwFailureOf(watch);
        await notifier.next(cancelled, seen);
      }
    } finally {
      unsubscribe();
    }
  });

/** The first state that matches, or the last; undefined when `limit` is aborted before. */
export async function untilState<S extends Snapshot, E extends Entry>(
  registry: WatchRegistry<S, E>,
  id: string,
  matches: (snapshot: S) => boolean,
  limit: AbortSignal,
): Promise<S | undefined> {
  const { watch, unsubscribe } = registry.subscribe(id);
  try {
    for (;;) {
      const { count: seen } = watch.notifier;
      if (watch.latest && (matches(watch.latest) || watch.ended)) return watch.latest;
      if (watch.ended) throw watch.failure;
      if (limit.aborted) return undefined;
      await watch.notifier.next(limit, seen);
    }
  } finally {
    unsubscribe();
  }
}

function throwFailureOf({ failure }: Pick<Watch<Snapshot, Entry>, 'failure'>): void {
  if (failure) throw failure;
}
