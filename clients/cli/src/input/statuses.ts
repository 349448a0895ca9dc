import type { OrderHealth, OrderStatus } from '@waybill/client';
import { usage } from '../problems/problems.ts';

export const statuses = [
  ...['RECEIVED', 'AWAITING_APPROVAL', 'APPROVED', 'PROCESSING', 'COMPENSATING'],
  ...['SHIPPED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'],
] as readonly OrderStatus[];

export const healths: readonly OrderHealth[] = ['OK', 'RETRYING', 'WAITING_FOR_PERSON', 'STUCK'];

export const statusFrom = (text: string): OrderStatus => wordFrom(text, statuses, 'status');
export const healthFrom = (text: string): OrderHealth => wordFrom(text, healths, 'health');

/** Accepts upper or lower case, with - or _. */
function wordFrom<Word extends string>(text: string, words: readonly Word[], what: string): Word {
  const given = text.toUpperCase().replaceAll('-', '_');
  const word = words.find((each) => each === given);
  if (word) return word;
  throw usage(`"${text}" is not a ${what}; choose one of ${words.join(', ')}`);
}
