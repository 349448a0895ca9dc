import type { OrderState } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { isNewer } from '../src/live/newer-snapshot.ts';
import { createOrderSnapshots } from '../src/live/order-snapshot.ts';

const { fromBook: booked, fromWorkflow: live } = createOrderSnapshots(() => new Date(0), undefined);
const order = { orderId: 'ORD-1', revision: 3, closedAt: null } as OrderState;
const inBook = { order, fingerprint: 'f', asOf: '2026-01-02T03:04:05.000Z' };

test('a subscriber who got a stuck order from the book is notified when the engine says that it is not', () => {
  const shown = booked({ ...inBook, attention: 'STUCK' });

  expect(isNewer(shown, live(order))).toBe(true);
  expect(isNewer(booked({ ...inBook, attention: null }), live(order))).toBe(false);
});

test('the end of an order is sent, although a lost task had recorded a higher revision', () => {
  const shown = booked({ ...inBook, attention: null });
  const end = booked({
    ...inBook,
    order: { ...order, revision: 2, closedAt: '2026-01-02T03:04:05.000Z' },
    attention: null,
  });

  expect(isNewer(shown, end)).toBe(true);
  expect(isNewer(shown, live({ ...order, revision: 2 }))).toBe(false);
});
