import type { RecordRequest } from '@waybill/contracts';
import type { Attention, OrderStatus } from '@waybill/contracts/domain';
import { canReach } from './reach.ts';
import { BookRefused } from './refused.ts';

/** What the book has recorded of one order. */
export type Standing = {
  fingerprint: string;
  status: OrderStatus;
  attention: Attention | null;
  /** How often the order was taken over; writes with a lower epoch are refused. */
  epoch: number;
  revision: number;
  /** The newest journal entry up to which none is missing. */
  seq: number;
  /** Null while the order is open. */
  closedAt: Date | null;
};

/**
 * The newest entry up to which a journal has no gap once these entries are added. Valid only for a journal without
 * entries behind a gap: one that is as long as its order's revision.
 */
export function extended(seq: number, entries: readonly { seq: number }[]): number {
  const added = new Set(entries.map((entry) => entry.seq));
  let newest = seq;
  while (added.has(newest + 1)) newest += 1;
  return newest;
}

/** A fencing token: a writer from which the order was taken over may not know it yet. */
export function refuseLowerEpoch(standing: Standing | undefined, { epoch = 0 }: { epoch?: number | undefined }): void {
  if (standing && epoch < standing.epoch)
    throw new BookRefused('TAKEN_OVER', 'The order was taken over by another writer');
}

/** The firm write that closes an order. It contains everything that is known. */
export const isLastWord = ({ order, firm }: RecordRequest): boolean => firm === true && order.closedAt !== null;

/**
 * Whether the offered state replaces the recorded one. A late or repeated state does not, which is no error. A state
 * written in passing may come from a workflow task that the engine never accepted, so a firm state need not follow from
 * it.
 */
export function advances(standing: Standing | undefined, request: RecordRequest): boolean {
  const { order, entries, fingerprint, firm } = request;
  if (entries.some(({ seq }) => seq > order.revision))
    throw new BookRefused('INVALID_REQUEST', 'The journal has entries that are newer than the state');
  if (!standing) return true;
  if (standing.fingerprint !== fingerprint)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `Order ${order.orderId} is in the book with other content`);
  if (standing.closedAt !== null) return false;
  if (isLastWord(request)) return true;
  if (order.revision <= standing.revision) return false;
  if (firm || canReach(standing.status, order.status)) return true;
  throw new BookRefused(
    'STATUS_UNREACHABLE',
    `Order ${order.orderId} is ${standing.status} in the book and cannot become ${order.status}`,
  );
}
