import type { OrderHealth, OrderStatus } from '@waybill/client';
import { wordFrom, wordsOf } from './words.ts';

export const statuses = wordsOf<OrderStatus>({
  RECEIVED: true,
  AWAITING_APPROVAL: true,
  APPROVED: true,
  PROCESSING: true,
  COMPENSATING: true,
  SHIPPED: true,
  REJECTED: true,
  CANCELLED: true,
  EXPIRED: true,
  FAILED: true,
});

export const healths = wordsOf<OrderHealth>({ OK: true, RETRYING: true, WAITING_FOR_PERSON: true, STUCK: true });

export const statusFrom = (text: string): OrderStatus => wordFrom(text, statuses, 'status');
