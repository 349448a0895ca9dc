import type { ExecutionResult } from 'graphql';
import type { Pace } from './pace.ts';

/** The position after which a client resumes: the `id:` of the result's server-sent event. */
export const eventId = Symbol('event id');
export type StreamResult = ExecutionResult & { [eventId]?: string | undefined };

export type ResultStream = AsyncGenerator<StreamResult, void, void>;

/** A transport's own way to send the results of one subscription, each as the bytes of its JSON. */
export type Delivery = {
  send: (bytes: Buffer) => void;
  /** True while too much of what was sent is unread. */
  isSlow: () => boolean;
  onDrain: (then: () => void) => void;
  pace: Pace;
  /** Set when results are delivered: what the transport waits for. It must not reference the operation. */
  stream?: ResultStream;
};
