import type { RecordRequest } from '@waybill/contracts';
import type { Attention, OrderStatus } from '@waybill/contracts/domain';
import { canReach } from './reach.ts';
import { BookRefused } from './refused.ts';

/** Where the book stands with one order. */
export type Standing = {
  fingerprint: string;
  status: OrderStatus;
  attention: Attention | null;
  /** How often the order was taken over: who writes under a lower epoch is late. */
  epoch: number;
  revision: number;
  /** The newest journal entry before which none is missing. */
  seq: number;
  /** Null while the order is open. */
  closedAt: Date | null;
};

/**
 * How far a journal is without a gap when these entries come to it. Only for a journal that has none behind a gap: one
 * that is as long as its order's revision.
 */
export function extended(seq: number, entries: readonly { seq: number }[]): number {
  const added = new Set(entries.map((entry) => entry.seq));
  let newest = seq;
  while (added.has(newest + 1)) newest += 1;
  return newest;
}

/** A fencing token: a writer from whom the order was taken over may not know of it yet. */
export function refuseLowerEpoch(standing: Standing | undefined, { epoch = 0 }: { epoch?: number | undefined }): void {
  if (standing && epoch < standing.epoch)
    throw new BookRefused('TAKEN_OVER', 'The order was taken over by another writer');
}

/** The last word on an order: its end, by whom it waits for. Nothing is known that this write does not tell. */
export const isLastWord = ({ order, firm }: RecordRequest): boolean => firm === true && order.closedAt !== null;

/**
 * Whether the state that is offered replaces the one in the book. A late or repeated one does not, and is no mistake. What
 * was written in passing may have come from a task that the engine never took: no firm state has to follow from it.
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
