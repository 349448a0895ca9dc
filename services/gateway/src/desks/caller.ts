import type { Viewer } from '@waybill/graphql';

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
