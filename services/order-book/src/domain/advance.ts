import type { RecordRequest } from '@waybill/contracts';
import type { OrderStatus } from '@waybill/contracts/words';
import { canReach } from './reach.ts';
import { BookRefused } from './refused.ts';

/** Where the book stands with one order. */
export type Standing = {
  fingerprint: string;
  status: OrderStatus;
  revision: number;
  /** The newest journal entry before which none is missing. */
  seq: number;
};

/** Whether the state that is offered replaces the one in the book. A late or repeated one does not, and is no mistake. */
export function advances(standing: Standing | undefined, { order, fingerprint }: RecordRequest): boolean {
  if (!standing) return true;
  if (standing.fingerprint !== fingerprint)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `Order ${order.orderId} is in the book with other content`);
  if (order.revision <= standing.revision) return false;
  if (canReach(standing.status, order.status)) return true;
  throw new BookRefused(
    'STATUS_UNREACHABLE',
    `Order ${order.orderId} is ${standing.status} in the book and cannot become ${order.status}`,
  );
}
