import type { JournalEntry } from '@waybill/contracts/words';
import type { OrderSnapshot } from '@waybill/graphql';
import { Fan, type Member, type Render } from './broadcast-group.ts';
import { leavable } from './cancellable.ts';
import { journalAfter } from './journal.ts';
import { isNews } from './snapshot.ts';
import type { Watch, WatchParts } from './watch.ts';
import { joiningOn } from './watch-registry.ts';

export type Watching = ReturnType<typeof watchingOn>;

/** A worker that is there answers sooner. */
const firstAnswerMs = 1_000;

/** Watches orders, each once however many follow it: from the first who joins to the last who leaves, or to its end. */
export function watchingOn(parts: WatchParts) {
  const { watches, join, lingering } = joiningOn(parts);

  return {
    /**
     * The order as a running watch knows it; undefined when nobody watches, or the watch may be behind. A watch that has
     * just begun is asking already: its answer is waited for.
     */
    async current(orderId: string): Promise<OrderSnapshot | undefined> {
      lingering.again(orderId);
      const watch = watches.get(orderId)?.watch;
      if (watch?.isFirstAsking) await watch.bell.next(AbortSignal.timeout(firstAnswerMs));
      return watch?.inSync ? watch.latest : undefined;
    },

    /**
     * The same for an order that is not closed, and known at this revision; its watch is begun, and goes on for as long as it
     * is read now and then. Not that of a workflow which was started again beside the one that is known.
     */
    async read({ orderId, revision }: OrderSnapshot): Promise<OrderSnapshot | undefined> {
      lingering.begin(orderId);
      const watched = await this.current(orderId);
      if (!watched || watched.revision >= revision) return watched;
      lingering.forget(orderId);
      return undefined;
    },

    /** The same, if it can be had at once. */
    peek(orderId: string): OrderSnapshot | undefined {
      lingering.again(orderId);
      const watch = watches.get(orderId)?.watch;
      return watch?.inSync ? watch.latest : undefined;
    },

    /** The journal entries after `seq` that a running watch holds; undefined when it holds not all of them. */
    held: (orderId: string, seq: number): JournalEntry[] | undefined => watches.get(orderId)?.watch.entriesAfter(seq),

    /** `known` first, then the latest there is whenever there is something newer; ends with the order. */
    snapshots: (known: OrderSnapshot) =>
      leavable(async function* (left): AsyncGenerator<OrderSnapshot, void, void> {
        const { watch, leave } = join(known.orderId);
        watch.hasBeenTold(known);
        try {
          let told = known;
          let version = -1;
          yield told;
          while (!left.aborted) {
            if (watch.latest && version < watch.version) {
              version = watch.version;
              if (!isNews(told, watch.latest)) continue;
              told = watch.latest;
              yield told;
            } else if (watch.ended) {
              return endOf(watch);
            } else {
              await watch.bell.next(left);
            }
          }
        } finally {
          leave();
        }
      }),

    /**
     * The same, told to a member: whoever joins under the same key, which stands for a selection and the rights to it,
     * shares one rendering. The function that it answers with leaves.
     */
    tell(known: OrderSnapshot, key: string, render: Render, member: Member): () => void {
      const { watch, fans, leave } = join(known.orderId);
      watch.hasBeenTold(known);
      const fan = seated(() => fans.getOrMake(key, () => new Fan(watch, render)), leave);
      const leaveFan = fan.join(member, known);
      return () => {
        leaveFan();
        if (fan.members === 0) {
          fan.close();
          fans.delete(key);
        }
        leave();
      };
    },

    /** The first state of the order that `is` says yes to, or its last; undefined when `limit` comes first. */
    async until(orderId: string, is: (order: OrderSnapshot) => boolean, limit: AbortSignal) {
      const { watch, leave } = join(orderId);
      try {
        for (;;) {
          if (watch.latest && (is(watch.latest) || watch.ended)) return watch.latest;
          if (watch.ended) throw watch.failure;
          if (limit.aborted) return undefined;
          await watch.bell.next(limit);
        }
      } finally {
        leave();
      }
    },

    /** Every journal entry after `seq` once, in order; ends with the order. */
    entries: (orderId: string, seq: number) =>
      leavable(async function* (left): AsyncGenerator<JournalEntry, void, void> {
        const { watch, leave } = join(orderId);
        try {
          let told = seq;
          while (!left.aborted) {
            const { ended } = watch;
            const entries = watch.entriesAfter(told) ?? (await journalAfter(parts.book, orderId, told));
            for (const entry of entries) {
              told = entry.seq;
              yield entry;
            }
            if (entries.length > 0) continue;
            if (ended) return endOf(watch);
            await watch.bell.next(left);
          }
        } finally {
          leave();
        }
      }),

    stop(): void {
      for (const { watch } of watches.values()) watch.stop();
    },

    /** How many orders are followed. */
    get size(): number {
      return [...watches.values()].filter(({ members }) => members > 0).length;
    },

    get members(): number {
      return [...watches.values()].reduce((all, { members }) => all + members, 0);
    },
  };
}

/** Who cannot be seated has not joined. */
function seated<T>(seat: () => T, leave: () => void): T {
  try {
    return seat();
  } catch (error) {
    leave();
    throw error;
  }
}

function endOf({ failure }: Watch): void {
  if (failure) throw failure;
}
