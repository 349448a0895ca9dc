import { setTimeout as pause } from 'node:timers/promises';
import type { Viewer } from '@waybill/graphql';
import type { Allowance } from '../execution/limits/allowance.ts';

/** Who asks, and what came with the request besides its document. */
export type Caller = {
  viewer: Viewer | null;
  correlationId: string;
  /** The header `Idempotency-Key`. */
  idempotencyKey: string | null;
  /** The header `Last-Event-ID`: where a stream is taken up again, whatever its arguments say. */
  lastEventId: string | null;
};

/** A part of what an order takes is kept for them. */
export const isStaff = ({ viewer }: Caller): boolean => viewer !== null && viewer.role !== 'CUSTOMER';

/** Who is written down as having done it. */
export const actorOf = ({ viewer }: Caller): string => viewer?.id ?? 'unknown';

/** Who pays for what is asked. */
export const spenderOf = (viewer: Viewer | null): string => viewer?.id ?? 'nobody';

/** Takes a price from the caller's allowance again and again, and waits while there is not enough in it. */
export const payingFor =
  (price: number, { viewer }: Caller, allowance: Allowance) =>
  async (left: AbortSignal): Promise<void> => {
    const spend = () => allowance.spend(spenderOf(viewer), Math.min(price, allowance.burst));
    for (let seconds = spend(); seconds !== undefined && !left.aborted; seconds = spend()) {
      await pause(seconds * 1_000, undefined, { signal: left }).catch(() => undefined);
    }
  };
