import type { Viewer } from '@waybill/graphql';

/** The sender of a request, and its headers that matter to ports. */
export type Caller = {
  viewer: Viewer | null;
  correlationId: string;
  /** The header `Idempotency-Key`. */
  idempotencyKey: string | null;
  /** The header `Last-Event-ID`: the position where a stream resumes. It overrides the arguments. */
  lastEventId: string | null;
};

/** A part of the commands that an order accepts is reserved for staff. */
export const isStaff = ({ viewer }: Caller): boolean => viewer !== null && viewer.role !== 'CUSTOMER';

/** The actor that the order's journal records. */
export const actorOf = ({ viewer }: Caller): string => viewer?.id ?? 'unknown';
