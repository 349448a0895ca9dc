import type { DocumentText } from './document.ts';
import { createLatest, createQueue } from './mailbox.ts';
import type { From } from './pages.ts';
import type { Attempt } from './retry.ts';
import type { Stream } from './stream.ts';
import { type StreamOptions, type Streams, unreadItems } from './streams.ts';

type Followed<Data, Variables, Item> = {
  document: DocumentText<Data, Variables>;
  variables: Variables;
  itemOf: (data: Data) => Item;
};

/** What `itemOf` finds in each result, the newest for a slow reader; ends when the server completes it. */
export function followLatest<Data, Variables, Item>(
  streams: Streams,
  {
    document,
    variables,
    itemOf,
    isNews = () => true,
  }: Followed<Data, Variables, Item> & { isNews?: (item: Item) => boolean },
  options: StreamOptions,
): Stream<Item> {
  const mailbox = createLatest<Item>();
  return streams.open({
    ...{ mailbox, options },
    attempt: streams.subscription<Data>({ query: document, variables: () => variables }),
    deliver: (data) => {
      const item = itemOf(data);
      return !isNews(item) || mailbox.put(item);
    },
  });
}

type State = { revision: number; closedAt: string | null };

/** The state as it is, then after every change, never an older one; ends when it changes no more. A slow reader gets the newest. */
export function followState<Data, Variables, Item extends State>(
  streams: Streams,
  followed: Followed<Data, Variables, Item>,
  options: StreamOptions,
): Stream<Item> {
  let shown = -1;
  const isNews = ({ revision, closedAt }: Item) => {
    if (revision < shown && !closedAt) return false; // another gateway may be a moment behind, but not with an end
    shown = revision;
    return true;
  };
  return followLatest(streams, { ...followed, isNews }, options);
}

/** The cursor of the last item that was taken. */
export type Position = { cursor: string | null };

/** Every item after the cursor, once and in order. After a cut it goes on after the last item that was taken. */
export function followFrom<Item extends { cursor: string }>(
  streams: Streams,
  reading: (position: Position) => Attempt<Item>,
  { after = null, ...options }: From,
): Stream<Item> {
  const position: Position = { cursor: after };
  const mailbox = createQueue<Item>(unreadItems);
  return streams.open<Item, Item>({
    ...{ mailbox, options },
    attempt: reading(position),
    deliver: (item) => {
      const taken = mailbox.put(item);
      if (taken) position.cursor = item.cursor;
      return taken;
    },
  });
}

type Feed<Data, Variables, Item> = {
  document: DocumentText<Data, Variables>;
  variables: (after: string | null) => Variables;
  itemOf: (data: Data) => Item;
  /**
   * Where a feed stands that begins now: "from now on" said twice, before and after a cut, would leave out what happened in
   * between.
   */
  start?: (signal: AbortSignal) => Promise<string | null>;
};

/** Reads a subscription that can be resumed after a cursor. */
export const readingOf =
  <Data, Variables, Item>(streams: Streams, { document, variables, itemOf, start }: Feed<Data, Variables, Item>) =>
  (position: Position): Attempt<Item> => {
    const subscribe = streams.subscription<Data>({ query: document, variables: () => variables(position.cursor) });
    return async (deliver, signal) => {
      if (start) position.cursor ??= await start(signal);
      return subscribe((data) => deliver(itemOf(data)), signal);
    };
  };
