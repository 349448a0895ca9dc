import { isLive, live } from '../live/broadcast-stream.ts';
import type { Delivery, ResultStream } from './result-stream.ts';

type Told = {
  source: AsyncIterable<unknown>;
  key: string;
  send: (event: object) => Promise<Buffer>;
};

/**
 * Delivers a subscription's results, and answers with a stream that yields nothing: it settles when all is told, and
 * returning it leaves. There is one for each of very many subscribers, so it holds on to nothing that it does not need.
 */
export function deliver(told: Told, delivery: Delivery, lastWord: (error: unknown) => Buffer): ResultStream {
  const { promise: over, resolve: finish } = withResolvers();
  const stream = endOf(over, finish, begin(told, delivery, endOn(delivery, finish, lastWord)));
  delivery.stream = stream;
  return stream;
}

const begin = ({ source, key, send }: Told, delivery: Delivery, end: (failure: unknown) => void): (() => void) =>
  isLive(source) ? source[live](key, send, { ...delivery, end }) : pump(source, send, delivery, end);

const endOn = (delivery: Delivery, finish: () => void, lastWord: (error: unknown) => Buffer) => (failure: unknown) => {
  if (failure) delivery.send(lastWord(failure));
  finish();
};

function endOf(over: Promise<typeof finished>, finish: () => void, leave: () => void): ResultStream {
  let left = false;
  const leaveOnce = () => {
    if (!left) leave();
    left = true;
  };
  // Whoever was told the end, or what went wrong, never returns the stream.
  void over.then(leaveOnce);
  const stop = () => {
    finish();
    leaveOnce();
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

/** Reads the source at its reader's pace. */
function pump(source: AsyncIterable<unknown>, send: Told['send'], delivery: Delivery, end: (failure: unknown) => void) {
  const events = source[Symbol.asyncIterator]();
  let left = false;
  const flow = async () => {
    for (;;) {
      const { done, value } = await events.next();
      if (done || left) return;
      const bytes = await send(value as object);
      if (left) return;
      delivery.send(bytes);
      if (delivery.isSlow()) await new Promise<void>((resolve) => delivery.whenFree(resolve));
    }
  };
  void flow().then(() => end(undefined), end);
  return () => {
    left = true;
    events.return?.().catch(() => undefined); // there is nobody left to tell
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
