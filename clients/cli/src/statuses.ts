import type { OrderStatus } from '@waybill/client';
import { usage } from './problems.ts';

export const statuses = [
  ...['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING', 'COMPENSATING'],
  ...['SHIPPED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'],
] as readonly OrderStatus[];

/** In any case, with - or _. */
export function statusFrom(text: string): OrderStatus {
  const status = text.toUpperCase().replaceAll('-', '_') as OrderStatus;
  if (statuses.includes(status)) return status;
  throw usage(`"${text}" is no status; there are ${statuses.join(', ')}`);
}
