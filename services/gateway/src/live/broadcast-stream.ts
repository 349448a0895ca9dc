import type { OrderSnapshot } from '@waybill/graphql';
import type { Member, Render } from './broadcast-group.ts';

/** Marks a stream of snapshots that can be told to many at once, instead of being read by each. */
export const live = Symbol('live');

/** Under one key join those for whom one rendering is right. The function that it answers with leaves. */
export type Live = (key: string, render: Render, member: Member) => () => void;

export type LiveStream = AsyncGenerator<OrderSnapshot, void, void> & { [live]: Live };

export const isLive = (stream: object): stream is LiveStream => live in stream;
