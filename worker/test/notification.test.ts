import { Note, SendRequest } from '@waybill/contracts';
import { orderAsPlaced } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { notificationFor } from '../src/workflows/order/providers/notification.ts';
import { anOrder } from './support/order.ts';

const family = '👨‍👩‍👧';

test.each([
  ['of two lines', 'Out of stock.\nSorry.'],
  ['with a tab and a carriage return', 'Item:\tpen\r\nSorry'],
  ['of the greatest length', 'x'.repeat(500)],
  ['of many composed characters', family.repeat(250)],
  ['that has an emoji where a shorter text would end', `${'x'.repeat(199)}😀 sorry`],
])('the customer is told a reason %s, whole', (_, reason) => {
  expect(Note.parse(reason)).toBe(reason);
  const failure = { code: 'CANCELLED', message: reason, step: null } as const;

  const notification = notificationFor({ ...orderAsPlaced(anOrder()), status: 'CANCELLED', failure });

  expect(SendRequest.parse({ orderId: 'ORD-1', ...notification })).toMatchObject({ detail: reason });
});
