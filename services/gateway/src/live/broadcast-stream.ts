import type { Render, Subscriber } from './watch/broadcast-group.ts';

/** Marks a stream of snapshots that can also be broadcast to subscribers, instead of being read by each. */
export const broadcast = Symbol('broadcast');

/** Subscribers under one key share one rendering. Returns an unsubscribe function. */
export type Broadcast<S> = (key: string, render: Render<S>, subscriber: Subscriber) => () => void;

export type BroadcastStream<S> = AsyncGenerator<S, void, void> & { [broadcast]: Broadcast<S> };

export const isBroadcast = (stream: object): stream is BroadcastStream<object> => broadcast in stream;
