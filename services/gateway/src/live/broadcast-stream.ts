import type { OrderSnapshot } from '@waybill/graphql';
import type { Render, Subscriber } from './broadcast-group.ts';

/** Marks a stream of snapshots that can also be broadcast to subscribers, instead of being read by each. */
export const broadcast = Symbol('broadcast');

/** Subscribers under one key share one rendering. Returns an unsubscribe function. */
export type Broadcast = (key: string, render: Render, subscriber: Subscriber) => () => void;

export type BroadcastStream = AsyncGenerator<OrderSnapshot, void, void> & { [broadcast]: Broadcast };

export const isBroadcast = (stream: object): stream is BroadcastStream => broadcast in stream;
