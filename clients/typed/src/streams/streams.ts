import type { Read } from '../http/read.ts';
import { type Print, type TypedDocument, textOf } from '../protocol/document.ts';
import type { Scope } from '../timing/abort.ts';
import type { Operation, Transport } from '../transport/transport.ts';
import type { Reconnection } from './connection.ts';
import { createQueue, type Mailbox } from './mailbox.ts';
import { type Attempt, withRetries } from './retry.ts';
import { createStream, type Stream } from './stream.ts';

/** The number of results that are kept for a slow reader; later ones are requested again from the reader's position. */
export const unreadItems = 1_000;

export type StreamOptions = { signal?: AbortSignal };

export type Streams = ReturnType<typeof createStreams>;

type StreamsOptions = {
  transport: () => Transport;
  reconnection: Reconnection;
  scope: Scope;
  read: Read;
};

type Opening<Data, Item> = {
  attempt: Attempt<Data>;
  /** Returns whether there was room for it. */
  deliver: (data: Data) => boolean;
  mailbox: Mailbox<Item>;
  options: StreamOptions;
};

/** Opens streams that are retried, and that share one transport and one connection state. */
export const createStreams = ({ transport, reconnection, scope, read }: StreamsOptions) => ({
  read,
  subscription:
    <Data>(operation: Operation): Attempt<Data> =>
    (deliver, signal) =>
      transport().subscribe(operation, deliver, signal),
  open: <Data, Item>({ attempt, deliver, mailbox, options }: Opening<Data, Item>): Stream<Item> =>
    createStream({
      scope,
      mailbox,
      signal: options.signal,
      fill: (signal) => withRetries({ attempt, deliver, mailbox, reconnection, scope }, signal),
    }),
});

/**
 * A subscription of the caller. After a disconnect, or when its reader was too slow, it is made again, with variables
 * that may be a function of the last result to resume from there.
 */
export function subscribeTo<Data, Variables>(
  streams: Streams,
  print: Print | undefined,
  document: TypedDocument<Data, Variables>,
  variables: Variables | ((last: Data | undefined) => Variables),
  options: StreamOptions,
): Stream<Data> {
  let last: Data | undefined;
  const mailbox = createQueue<Data>(unreadItems);
  const valuesOf = variables as (last: Data | undefined) => Variables;
  const operation = {
    query: textOf(document, print),
    variables: () => (typeof variables === 'function' ? valuesOf(last) : variables),
  };
  return streams.open({
    mailbox,
    options,
    attempt: streams.subscription<Data>(operation),
    deliver: (data) => {
      const taken = mailbox.put(data);
      if (taken) last = data;
      return taken;
    },
  });
}
