import { onlyField } from '../http/read.ts';
import type { DocumentText } from '../protocol/document.ts';
import { createLatest, createQueue } from './mailbox.ts';
import type { From } from './pages.ts';
import type { Attempt } from './retry.ts';
import type { Stream } from './stream.ts';
import { type StreamOptions, type Streams, unreadItems } from './streams.ts';

type Followed<Data, Variables, Item> = {
  document: DocumentText<Data, Variables>;
  variables: Variables;
  /** The only field of the result, if it is not given. */
  itemOf?: (data: Data) => Item;
};

/**
 * Yields the field of each result, only the newest for a slow reader; ends when the server completes the
 * stream.
 */
export function followLatest<Data extends object, Variables, Item = Data[keyof Data]>(
  streams: Streams,
  {
    document,
    variables,
    itemOf = onlyField as unknown as (data: Data) => Item,
    isNews = () => true,
  }: Followed<Data, Variables, Item> & { isNews?: (item: Item) => boolean },
  options: StreamOptions,
): Stream<Item> {
  const mailbox = createLatest<Item>();
  return streams.open({
    mailbox,
    options,
    attempt: streams.subscription<Data>({ query: document, variables: () => variables }),
    deliver: (data) => {
      const item = itemOf(data);
      return !isNews(item) || mailbox.put(item);
    },
  });
}

type State = { revision: number; closedAt: string | null };

/**
 * Yields the current state, then the state after every change, never an older one; ends with the final state. A slow
 * reader gets the newest.
 */
export function followState<Data extends Record<string, State>, Variables, Item extends State = Data[keyof Data]>(
  streams: Streams,
  followed: Followed<Data, Variables, Item>,
  options: StreamOptions,
): Stream<Item> {
  let shown = -1;
  const isNews = ({ revision, closedAt }: Item) => {
    if (revision < shown && !closedAt) return false; // another gateway may be slightly behind, but a final state is always the newest
    shown = revision;
    return true;
  };
  return followLatest(streams, { ...followed, isNews }, options);
}

/** The cursor of the last item that was read. */
export type Position = { cursor: string | null };

/**
 * Yields every item after the cursor, once and in order. After a disconnect it resumes after the last item that was
 * read.
 */
export function followFrom<Item extends { cursor: string }>(
  streams: Streams,
  reading: (position: Position) => Attempt<Item>,
  { after = null, ...options }: From,
): Stream<Item> {
  const position: Position = { cursor: after };
  const mailbox = createQueue<Item>(unreadItems);
  return streams.open<Item, Item>({
    mailbox,
    options,
    attempt: reading(position),
    deliver: (item) => {
      const taken = mailbox.put(item);
      if (taken) position.cursor = item.cursor;
      return taken;
    },
  });
}

type Feed<Data, Variables> = {
  document: DocumentText<Data, Variables>;
  variables: (after: string | null) => Variables;
  /**
   * The position of a feed that begins now: asking for "from now on" again after a disconnect would lose what happened
   * in between.
   */
  start?: (signal: AbortSignal) => Promise<string | null>;
};

/** Reads a subscription that can be resumed after a cursor. */
export const readingOf =
  <Data extends object, Variables>(streams: Streams, { document, variables, start }: Feed<Data, Variables>) =>
  (position: Position): Attempt<Data[keyof Data]> => {
    const subscribe = streams.subscription<Data>({ query: document, variables: () => variables(position.cursor) });
    return async (deliver, signal) => {
      if (start) position.cursor ??= await start(signal);
      return subscribe((data) => deliver(onlyField(data)), signal);
    };
  };
