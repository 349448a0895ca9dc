import type { StockLine } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import * as rules from '../../src/inventory/domain/reservation.ts';
import { refusalIn } from '../an-order.ts';

const orderId = 'ORD-1';
const newId = () => 'rsv-1';
const wish = (lines: StockLine[], change = 0) => ({ orderId, lines, change });
const mugs = (quantity: number) => ({ sku: 'MUG', quantity });
const pens = (quantity: number) => ({ sku: 'PEN', quantity });
const reserved = (...lines: StockLine[]) => rules.reserve(undefined, wish(lines), newId).reservation;
const takes = ({ taken }: rules.Decision) => [...taken];

test('a reservation takes the sum of its lines, sorted by product', () => {
  const decision = rules.reserve(undefined, wish([pens(1), mugs(2), pens(3)]), newId);

  expect(takes(decision)).toEqual([
    ['MUG', 2],
    ['PEN', 4],
  ]);
  expect(decision.reservation).toMatchObject({ orderId, reservationId: 'rsv-1', status: 'RESERVED', change: 0 });
});

test('a later change takes and gives back the difference, under the same reservation', () => {
  const decision = rules.reserve(reserved(mugs(2), pens(3)), wish([mugs(5)], 1), () => 'rsv-2');

  expect(takes(decision)).toEqual([
    ['MUG', 3],
    ['PEN', -3],
  ]);
  expect(decision).toMatchObject({
    changed: true,
    reservation: { reservationId: 'rsv-1', lines: [mugs(5)], change: 1 },
  });
});

test.each([0, 1])('a change that was overtaken or is repeated takes nothing (%i)', (change) => {
  const { reservation: known } = rules.reserve(reserved(mugs(2)), wish([mugs(5)], 1), newId);

  const decision = rules.reserve(known, wish([mugs(9)], change), newId);

  expect(decision).toEqual({ reservation: known, taken: new Map(), changed: false });
});

test('a release returns everything once, and prevents later reservations', () => {
  const first = rules.release(reserved(mugs(2), mugs(3)), orderId);
  const again = rules.release(first.reservation, orderId);

  expect(first).toMatchObject({ changed: true, effect: 'DONE', reservation: { status: 'RELEASED' } });
  expect(takes(first)).toEqual([['MUG', -5]]);
  expect(again).toEqual({ reservation: first.reservation, taken: new Map(), changed: false, effect: 'NOTHING_TO_DO' });
  expect(refusalIn(() => rules.reserve(again.reservation, wish([mugs(1)], 7), newId))).toBe('ORDER_UNDONE');
});

test('a release before its reservation prevents it, once', () => {
  const first = rules.release(undefined, orderId);
  const again = rules.release(first.reservation, orderId);

  expect(first).toMatchObject({ changed: true, effect: 'NOTHING_TO_DO', reservation: { status: 'CLOSED', lines: [] } });
  expect(again).toMatchObject({ changed: false, effect: 'NOTHING_TO_DO' });
  expect(refusalIn(() => rules.reserve(first.reservation, wish([mugs(1)]), newId))).toBe('ORDER_UNDONE');
});

test('the last item can be reserved, and no more', () => {
  const shelf = new Map([['MUG', 2]]);
  const refusalOf = (taken: [string, number]) => refusalIn(() => rules.refuseShortages(new Map([taken]), shelf));

  expect([refusalOf(['MUG', 2]), refusalOf(['MUG', 3]), refusalOf(['KITE', 1])]).toEqual([
    undefined,
    'OUT_OF_STOCK',
    'UNKNOWN_SKU',
  ]);
});
