import { expect, test } from 'vitest';
import { pageTitle } from '../src/shell/page-title.ts';

test.each([
  ['/', 'Overview · Waybill'],
  ['/orders', 'Orders · Waybill'],
  ['/orders/ORD-1', 'ORD-1 · Waybill'],
  ['/orders/ORD%201', 'ORD 1 · Waybill'],
  ['/orders/100%', '100% · Waybill'],
  ['/orders/ORD-1/approve', 'Approve ORD-1 · Waybill'],
  ['/runs/RUN-1', 'RUN-1 · Waybill'],
  ['/new', 'New order · Waybill'],
  ['/signin', 'Sign in · Waybill'],
  ['/no-such-page', 'Waybill'],
])('the page %s has the title "%s", so that two tabs can be told apart', (path, title) => {
  expect(pageTitle(path)).toBe(title);
});
