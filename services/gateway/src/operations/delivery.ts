import type { OrderSnapshot } from '@waybill/graphql';
import { type LiveStream, live } from '../watching/live.ts';
import type { ResultStream } from './subscribe.ts';

/** A transport's own way to send the results of one subscription, each as the bytes of its JSON. */
export type Delivery = {
  send: (bytes: Buffer) => void;
  /** More has been sent than has gone out. */
  isSlow: () => boolean;
  whenFree: (then: () => void) => void;
};

type Told = {
  source: AsyncIterable<unknown>;
  /** The same, where it can be told to many at once. */
  live: LiveStream | undefined;
  key: string;
  send: (event: object) => Promise<Buffer>;
  /** What is told when the source breaks. */
  lastWord: (error: unknown) => Buffer;
};

/**
 * Delivers a subscription's results, and answers with a stream that yields nothing: it settles when all is told, and
 * returning it leaves.
 */
export function deliver({ source, live: told, key, send, lastWord }: Told, delivery: Delivery): ResultStream {
  const { promise: over, resolve: finish } = withResolvers();
  const end = (failure: unknown) => {
    if (failure) delivery.send(lastWord(failure));
    finish();
  };
  const leave = told
    ? told[live](key, (snapshot: OrderSnapshot) => send(snapshot), { ...delivery, end })
    : pump(source, send, delivery, end);

  const stream: ResultStream = {
    next: () => over,
    return: async () => {
      finish();
      leave();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      finish();
      leave();
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
    void events.return?.();
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
