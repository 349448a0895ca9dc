import type { OrderHealth, OrderStatus } from '@waybill/client';
import { wordFrom } from './words.ts';

export const statuses = [
  ...['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING', 'COMPENSATING'],
  ...['SHIPPED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'],
] as readonly OrderStatus[];

export const healths: readonly OrderHealth[] = ['OK', 'RETRYING', 'WAITING_FOR_PERSON', 'STUCK'];

export const statusFrom = (text: string): OrderStatus => wordFrom(text, statuses, 'status');
export const healthFrom = (text: string): OrderHealth => wordFrom(text, healths, 'health');
