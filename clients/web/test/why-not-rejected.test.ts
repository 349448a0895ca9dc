import { Refused, Unavailable } from '@waybill/client';
import { expect, test } from 'vitest';
import { whyNotRejected } from '../src/pages/approvals/why-not-rejected.ts';
import { anOrder } from './support/order.ts';

const unknown = new Refused('ORDER_NOT_FOUND', 'There is no order NOPE');

test.each([
  [
    'does not exist',
    { error: unknown },
    'ORD-1 cannot be rejected. It does not exist, or it belongs to another customer.',
  ],
  [
    'is decided',
    { order: anOrder({ status: 'SHIPPED' }) },
    'ORD-1 cannot be rejected. It waits for no decision: it is shipped',
  ],
  [
    'cannot be read now',
    { error: new Unavailable('UNREACHABLE', 'The gateway is away') },
    'ORD-1 cannot be rejected. The gateway is away. Nothing was lost.',
  ],
])('of an order that %s a link to its rejection says so', (_, watched, sentence) => {
  expect(whyNotRejected('ORD-1', watched)).toBe(sentence);
});

test('nothing is said of an order that is still being read, or that waits', () => {
  const waiting = anOrder({ status: 'AWAITING_APPROVAL', availableActions: ['APPROVE', 'REJECT'] });

  expect([whyNotRejected('ORD-1', {}), whyNotRejected('ORD-1', { order: waiting })]).toEqual([undefined, undefined]);
});
