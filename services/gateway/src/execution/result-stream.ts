import type { ExecutionResult } from 'graphql';

/** Where a client that was told this result goes on: the `id:` of its server-sent event. */
export const eventId = Symbol('event id');
export type StreamResult = ExecutionResult & { [eventId]?: string | undefined };

export type ResultStream = AsyncGenerator<StreamResult, void, void>;

/** A transport's own way to send the results of one subscription, each as the bytes of its JSON. */
export type Delivery = {
  send: (bytes: Buffer) => void;
  /** More has been sent than has gone out. */
  isSlow: () => boolean;
  whenFree: (then: () => void) => void;
  /** Set when results are delivered: what the transport waits for, without all that made it. */
  stream?: ResultStream;
};
