import { broadcast, isBroadcast } from '../live/broadcast-stream.ts';
import type { Delivery, ResultStream } from './result-stream.ts';

type Subscription = {
  source: AsyncIterable<unknown>;
  key: string;
  send: (event: object) => Promise<Buffer>;
};

/**
 * Delivers a subscription's results. Returns a stream that yields nothing: it settles after the last result, and
 * returning it unsubscribes. There is one per subscriber, so it keeps no unnecessary references.
 */
export function deliver(
  subscription: Subscription,
  delivery: Delivery,
  renderError: (error: unknown) => Buffer,
): ResultStream {
  const { promise: over, resolve: finish } = withResolvers();
  const stream = createEndStream(over, finish, begin(subscription, delivery, endOn(delivery, finish, renderError)));
  delivery.stream = stream;
  return stream;
}

const begin = (
  { source, key, send }: Subscription,
  delivery: Delivery,
  end: (failure: unknown) => void,
): (() => void) =>
  isBroadcast(source) ? source[broadcast](key, send, subscriberOf(delivery, end)) : pump(source, send, delivery, end);

/** Written without spread: a spread object gets its own hidden class, which takes more memory than the object. */
const subscriberOf = ({ send, isSlow, onDrain }: Delivery, end: (failure: unknown) => void) => ({
  send,
  isSlow,
  onDrain,
  end,
});

const endOn =
  (delivery: Delivery, finish: () => void, renderError: (error: unknown) => Buffer) => (failure: unknown) => {
    if (failure) delivery.send(renderError(failure));
    finish();
  };

function createEndStream(over: Promise<typeof finished>, finish: () => void, unsubscribe: () => void): ResultStream {
  let isSubscribed = true;
  const unsubscribeOnce = () => {
    if (isSubscribed) unsubscribe();
    isSubscribed = false;
  };
  // A reader that has received the end or an error never calls `return`.
  void over.then(unsubscribeOnce);
  const stop = () => {
    finish();
    unsubscribeOnce();
  };
  const stream: ResultStream = {
    next: () => over,
    return: async () => {
      stop();
      return finished;
    },
    throw: async (error) => {
      stop();
      throw error;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** Reads the source at the pace of its reader. */
function pump(
  source: AsyncIterable<unknown>,
  send: Subscription['send'],
  delivery: Delivery,
  end: (failure: unknown) => void,
) {
  const events = source[Symbol.asyncIterator]();
  let isCancelled = false;
  const flow = async () => {
    for (;;) {
      const { done, value } = await events.next();
      if (done || isCancelled) return;
      const bytes = await send(value as object);
      if (isCancelled) return;
      delivery.send(bytes);
      if (delivery.isSlow()) await new Promise<void>((resolve) => delivery.onDrain(resolve));
    }
  };
  void flow().then(() => end(undefined), end);
  return () => {
    isCancelled = true;
    events.return?.().catch(() => undefined); // nobody is left to report it to
  };
}

const finished = { done: true, value: undefined } as const;

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<typeof finished>((settle) => {
    resolve = () => settle(finished);
  });
  return { promise, resolve };
}
