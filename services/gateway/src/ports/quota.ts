import { setTimeout as pause } from 'node:timers/promises';
import type { Viewer } from '@waybill/graphql';
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

/** Charges a fixed cost to the caller each time that it is called, and waits while the quota is used up. */
export const createCharge =
  (cost: number, { viewer }: Caller, quota: Quota) =>
  async (cancelled: AbortSignal): Promise<void> => {
    const charge = () => quota.charge(quotaOwnerOf(viewer), Math.min(cost, quota.burst));
    for (let seconds = charge(); seconds !== undefined && !cancelled.aborted; seconds = charge()) {
      await pause(seconds * 1_000, undefined, { signal: cancelled }).catch(() => undefined);
    }
  };
