import { fingerprintOf, newOrderId, orderIdOfKey } from '@waybill/orders-client';
import { expect, test } from 'vitest';

test('the order of fields does not matter to a fingerprint, the order of items does', () => {
  const one = fingerprintOf({ a: 1, b: { c: [1, 2], d: null } });

  const shuffled = fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 });
  const otherwise = fingerprintOf({ a: 1, b: { c: [2, 1], d: null } });

  expect(shuffled).toBe(one);
  expect(otherwise).not.toBe(one);
});

test('order ids sort by the time they were made', () => {
  const ids = [1, 1_000, 1_700_000_000_000].map((now) => newOrderId(now, Buffer.alloc(10)));

  expect(ids).toEqual(ids.toSorted());
  expect(ids[0]).toBe('ORD-00000000010000000000000000');
});

test('a key is one order id a caller', () => {
  const id = orderIdOfKey('CUST-1', 'key');

  expect(orderIdOfKey('CUST-1', 'key')).toBe(id);
  expect(orderIdOfKey('CUST-2', 'key')).not.toBe(id);
  expect(orderIdOfKey('CUST-', '1key')).not.toBe(orderIdOfKey('CUST-1', 'key'));
});
