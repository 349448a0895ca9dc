import { fingerprintOf, newOrderId, orderIdOfKey } from '@waybill/orders-client';
import { expect, test } from 'vitest';

test('the order of fields does not matter to a fingerprint, the order of items does', () => {
  const one = fingerprintOf({ a: 1, b: { c: [1, 2], d: null } });

  const shuffled = fingerprintOf({ b: { d: null, c: [1, 2] }, a: 1 });
  const otherwise = fingerprintOf({ a: 1, b: { c: [2, 1], d: null } });

  expect(shuffled).toBe(one);
  expect(otherwise).not.toBe(one);
});

test('a stored fingerprint of an order stays valid', () => {
  const content = { b: [{ sku: 'B', quantity: 1.5 }, null], a: { z: 'é\ud800', A: true, _: 1e21, left: undefined } };

  expect(fingerprintOf(content)).toBe('fbfc929ebbabe09358b6cda9e1b25c85e91cc9e7571954f5e9cf756a1ce56eac');
});

test('order ids sort by the time they were made', () => {
  const ids = [1, 1_000, 1_700_000_000_000].map((now) => newOrderId(now, () => 0));

  expect(ids).toEqual(ids.toSorted());
  expect(ids[0]).toBe('ORD-00000000010000000000000000');
});

test('a key is one order id per caller', () => {
  const id = orderIdOfKey('CUST-1', 'key');

  expect(id).toBe('ORD-J1G73Y0STY7SJSQDV9Q9GA0V3Y');
  expect(orderIdOfKey('CUST-1', 'key')).toBe(id);
  expect(orderIdOfKey('CUST-2', 'key')).not.toBe(id);
  expect(orderIdOfKey('CUST-', '1key')).not.toBe(orderIdOfKey('CUST-1', 'key'));
});
