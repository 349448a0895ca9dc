import type { FinalStatus, OrderState } from '@waybill/contracts/words';
import type { News } from '../../../activities/notification.ts';

const kinds: Record<FinalStatus, News['kind']> = {
  SHIPPED: 'CONFIRMATION',
  REJECTED: 'REJECTION',
  CANCELLED: 'CANCELLATION',
  EXPIRED: 'EXPIRY',
  FAILED: 'FAILURE',
};

/** What the customer is told, by how the order ended. */
export function newsOf({ status, customerEmail, failure, shipment }: OrderState): News {
  const kind = kinds[status as FinalStatus] ?? 'FAILURE';
  const detail = failure?.message ?? shipment?.trackingNumber ?? null;
  return { kind, recipient: customerEmail, detail: detail?.slice(0, 200) ?? null };
}
