import type { Viewer } from '@waybill/graphql';

/** The sender of a request, and its headers that matter to ports. */
export type Caller = {
  viewer: Viewer | null;
  correlationId: string;
  /** The header `Idempotency-Key`. */
  idempotencyKey: string | null;
  /** The header `Last-Event-ID`: the position where a stream resumes. It overrides the arguments. */
  lastEventId: string | null;
  /** What a replayed result of the caller's subscription costs. */
  price?: Price;
};

/** The points of a result: its fields; known once the operation is executed. */
export type Price = { ofResult: number };

/** A part of the commands that an order accepts is reserved for staff. */
export const isStaff = ({ viewer }: Caller): boolean => viewer !== null && viewer.role !== 'CUSTOMER';

/** The actor that the order's journal records. */
export const actorOf = ({ viewer }: Caller): string => viewer?.id ?? 'unknown';
