import { setTimeout as pause } from 'node:timers/promises';
import type { Viewer } from '@waybill/graphql';
import type { Caller } from './caller.ts';

/** What each user may spend, in points of cost. */
export type Quota = {
  /** The most that may be charged at once. */
  burst: number;
  /** What comes back each second. */
  perSecond: number;
  /** Undefined when the cost was charged; otherwise nothing was, and the result is the number of seconds to wait. */
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
