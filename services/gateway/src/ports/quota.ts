import { setTimeout as pause } from 'node:timers/promises';
import type { Viewer } from '@waybill/graphql';
import type { Charge } from '../live/change-feed.ts';
import type { Caller } from './caller.ts';

/** The quotas of users, in points of cost. */
export type Quota = {
  /** The most that may be charged at once. */
  burst: number;
  /** The refill per second. */
  perSecond: number;
  /** Undefined if the cost was charged; otherwise the number of seconds to wait, and nothing was charged. */
  charge: (owner: string, cost: number) => number | undefined;
};

/** The user whose quota an operation is charged to. */
export const quotaOwnerOf = (viewer: Viewer | null): string => viewer?.id ?? 'nobody';

/** The cost of reading a page of a feed: a call. */
const pageOfFeed = 10;

/**
 * Charges the caller for each page of a feed that is read for it alone, and for each of its entries what a result costs:
 * otherwise a replay from the beginning would cost as little as one result.
 */
export const createPageCharge =
  (caller: Caller, quota: Quota): Charge =>
  (cancelled, entries) =>
    createCharge(
      entries === undefined ? pageOfFeed : entries * (caller.price?.ofResult ?? 1),
      caller,
      quota,
    )(cancelled);

/** Charges a fixed cost to the caller each time that it is called, and waits while the quota is used up. */
export const createCharge =
  (cost: number, { viewer }: Caller, quota: Quota) =>
  async (cancelled: AbortSignal): Promise<void> => {
    const charge = () => quota.charge(quotaOwnerOf(viewer), Math.min(cost, quota.burst));
    for (let seconds = charge(); seconds !== undefined && !cancelled.aborted; seconds = charge()) {
      await pause(seconds * 1_000, undefined, { signal: cancelled }).catch(() => undefined);
    }
  };
