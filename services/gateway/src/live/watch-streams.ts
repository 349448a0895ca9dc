import type { JournalEntry } from '@waybill/contracts/domain';
import type { OrderSnapshot } from '@waybill/graphql';
import type { Book } from '../order-book.ts';
import { cancellable } from './cancellable.ts';
import { readJournalAfter } from './journal.ts';
import { isNewer } from './snapshot.ts';
import type { Watch } from './watch.ts';
import type { WatchRegistry } from './watch-registry.ts';

/** `known` first, then the latest state whenever there is a newer one; ends with the order. */
export const snapshotsAfter = (registry: WatchRegistry, known: OrderSnapshot) =>
  cancellable(async function* (cancelled): AsyncGenerator<OrderSnapshot, void, void> {
    const { watch, unsubscribe } = registry.subscribe(known.orderId);
    watch.noteSent(known);
    try {
      let sent = known;
      let version = -1;
      yield sent;
      while (!cancelled.aborted) {
        if (watch.latest && version < watch.version) {
          version = watch.version;
          if (!isNewer(sent, watch.latest)) continue;
          sent = watch.latest;
          yield sent;
        } else if (watch.ended) {
          return throwFailureOf(watch);
        } else {
          await watch.notifier.next(cancelled);
        }
      }
    } finally {
      unsubscribe();
    }
  });

/** Every journal entry after `seq` once, in order; ends with the order. */
export const entriesAfter = (registry: WatchRegistry, book: Book, orderId: string, seq: number) =>
  cancellable(async function* (cancelled): AsyncGenerator<JournalEntry, void, void> {
    const { watch, unsubscribe } = registry.subscribe(orderId);
    try {
      let sent = seq;
      while (!cancelled.aborted) {
        const { ended } = watch;
        const entries = watch.entriesAfter(sent) ?? (await readJournalAfter(book, orderId, sent));
        for (const entry of entries) {
          sent = entry.seq;
          yield entry;
        }
        if (entries.length > 0) continue;
        if (ended) return throwFailureOf(watch);
        await watch.notifier.next(cancelled);
      }
    } finally {
      unsubscribe();
    }
  });

/** The first state of the order that matches, or its last state; undefined when `limit` is aborted before. */
export async function untilState(
  registry: WatchRegistry,
  orderId: string,
  matches: (order: OrderSnapshot) => boolean,
  limit: AbortSignal,
): Promise<OrderSnapshot | undefined> {
  const { watch, unsubscribe } = registry.subscribe(orderId);
  try {
    for (;;) {
      if (watch.latest && (matches(watch.latest) || watch.ended)) return watch.latest;
      if (watch.ended) throw watch.failure;
      if (limit.aborted) return undefined;
      await watch.notifier.next(limit);
    }
  } finally {
    unsubscribe();
  }
}

function throwFailureOf({ failure }: Watch): void {
  if (failure) throw failure;
}
