import { type BroadcastStream, broadcast } from '../live/broadcast-stream.ts';
import { cancellable } from '../live/cancellable.ts';
import type { Feed } from '../live/change-feed.ts';
import type { Entry, Snapshot, Source } from '../live/source.ts';
import type { Render, Subscriber } from '../live/watch/broadcast-group.ts';
import type { Watches } from '../live/watch/watches.ts';
import type { Caller } from './caller.ts';
import { asCursorError, wrongCursor } from './cursor-error.ts';
import type { Find } from './lookup.ts';
import { createPageCharge, type Quota, quotaOwnerOf } from './quota.ts';

/**
 * Follows an order or a run: `find` first, then its watch. If it is closed, it is read from the order book without a
 * watch.
 */
export const createSnapshotStream =
  <S extends Snapshot, E extends Entry>(
    watches: Pick<Watches<S, E>, 'snapshots' | 'broadcast'>,
    find: Find<S>,
    notFound: Source<S, E>['notFound'],
  ) =>
  (id: string): BroadcastStream<S> => {
    const found = async () => {
      const known = await find(id);
      if (!known) throw notFound(id);
      return known;
    };
    const read = cancellable(async function* (cancelled): AsyncGenerator<S, void, void> {
      const known = await found();
      if (known.closedAt) yield known;
      else yield* cancelWith(watches.snapshots(known), cancelled);
    });
    return Object.assign(read, {
      [broadcast]: (key: string, render: Render<S>, subscriber: Subscriber) =>
        subscribeAsync(async () => {
          const known = await found();
          if (!known.closedAt) return watches.broadcast(known, key, render, subscriber);
          subscriber.send(await render(known));
          subscriber.end(undefined);
          return () => undefined;
        }, subscriber),
    });
  };

/** Counts a list that a user begins to follow, until the returned function is called. Throws `RATE_LIMITED` if it is one too many. */
export type FollowList = (user: string) => () => void;

type Following<C> = { feed: Pick<Feed<C>, 'after'>; quota: Quota; followList: FollowList; caller: Caller };

/** Follows a list through a change feed: from the `Last-Event-ID` or the cursor, or from now on. */
export const createChangeStream =
  <C>({ feed, quota, followList, caller }: Following<C>) =>
  <T>(after: string | null, translate: (change: C) => T | undefined) => {
    const source = caller.lastEventId === null ? 'after' : 'Last-Event-ID';
    const start = feedCursor(caller.lastEventId ?? after, source);
    return cancellable(async function* (cancelled): AsyncGenerator<T, void, void> {
      const release = followList(quotaOwnerOf(caller.viewer));
      try {
        const changes = feed.after(start, createPageCharge(caller, quota));
        for await (const change of cancelWith(changes, cancelled)) {
          const translated = translate(change);
          if (translated) yield translated;
        }
      } catch (error) {
        asCursorError(source)(error);
      } finally {
        release();
      }
    });
  };

function feedCursor(cursor: string | null, source: string): string | null {
  if (cursor === null || /^[\w.-]{1,64}$/.test(cursor)) return cursor;
  throw wrongCursor(source);
}

/** Returns an unsubscribe function that also works while the subscription is pending. */
function subscribeAsync(subscribe: () => Promise<() => void>, subscriber: Subscriber): () => void {
  let unsubscribe: (() => void) | undefined;
  let isCancelled = false;
  subscribe().then(
    (subscribed) => {
      unsubscribe = subscribed;
      if (isCancelled) subscribed();
    },
    (error: unknown) => subscriber.end(error),
  );
  return () => {
    isCancelled = true;
    unsubscribe?.();
  };
}

/** Returns a stream as soon as its own reader cancels. */
export async function* cancelWith<T>(stream: AsyncGenerator<T, void, void>, cancelled: AbortSignal) {
  if (cancelled.aborted) return;
  const cancel = () => void stream.return().catch(() => undefined); // its reader is gone
  cancelled.addEventListener('abort', cancel);
  try {
    yield* stream;
  } finally {
    cancelled.removeEventListener('abort', cancel);
  }
}
