import type { OrderStatus } from '@waybill/client';
import { usage } from '../problems/problems.ts';

export const statuses = [
  ...['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING', 'COMPENSATING'],
  ...['SHIPPED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'],
] as readonly OrderStatus[];

/** Accepts upper or lower case, with - or _. */
export function statusFrom(text: string): OrderStatus {
  const status = text.toUpperCase().replaceAll('-', '_') as OrderStatus;
  if (statuses.includes(status)) return status;
  throw usage(`"${text}" is not a status; choose one of ${statuses.join(', ')}`);
}
