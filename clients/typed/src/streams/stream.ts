import type { Scope } from '../timing/abort.ts';
import type { Mailbox } from './mailbox.ts';

/** A stream for `for await`. The reader can leave at any time, also while it waits. */
export type Stream<T> = AsyncIterableIterator<T, void, void> & { return(): Promise<IteratorResult<T, void>> };

export type StreamSource<T> = {
  scope: Scope;
  mailbox: Mailbox<T>;
  /** Fills the mailbox until it is aborted. Starts with the first `next()`. */
  fill: (signal: AbortSignal) => Promise<void>;
  signal?: AbortSignal | undefined;
};

/**
 * A stream of the values in its mailbox. It ends when the reader leaves, ends with an error when `fill` fails or the
 * signal is aborted, and never delays a reader that leaves.
 */
export function createStream<T>({ scope, mailbox, fill, signal: given }: StreamSource<T>): Stream<T> {
  const { controller, signal, leave } = scope.enter(given);
  let begun = false;
  const end = (ended?: { error?: unknown }) => {
    signal.removeEventListener('abort', abort);
    leave();
    mailbox.end(ended);
  };
  const abort = () => end({ error: signal.reason });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);

  return {
    next() {
      if (!begun && !signal.aborted)
        fill(signal).then(
          () => end(),
          (error: unknown) => end({ error }),
        );
      begun = true;
      return mailbox.take();
    },
    async return() {
      begun = true;
      end();
      controller.abort();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
