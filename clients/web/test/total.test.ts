import { expect, test } from 'vitest';
import { money } from '../src/order/money.ts';
import { totalOf } from '../src/pages/new/total.ts';

const priced = (sku: string, amount: string, currencyCode = 'USD') => ({ sku, price: { amount, currencyCode } });

test('a total is exact despite floating point', () => {
  const lines = [
    { sku: 'A', quantity: 3 },
    { sku: 'B', quantity: 1 },
  ];

  expect(totalOf(lines, [priced('A', '0.10'), priced('B', '0.20')])).toEqual({ amount: '0.50', currencyCode: 'USD' });
});

test('ten thousand of the most expensive items are exact to the cent', () => {
  expect(totalOf([{ sku: 'A', quantity: 10_000 }], [priced('A', '90071992547409.93')])?.amount).toBe(
    '900719925474099300.00',
  );
});

test('a currency without decimals shows none', () => {
  expect(totalOf([{ sku: 'A', quantity: 2 }], [priced('A', '1500', 'JPY')])?.amount).toBe('3000');
});

test('an incomplete quantity counts as none', () => {
  expect(totalOf([{ sku: 'A', quantity: Number.NaN }], [priced('A', '5.00')])?.amount).toBe('0.00');
});

test('money is shown with the decimals of its amount', () => {
  expect([money({ amount: '1850.50', currencyCode: 'USD' }), money({ amount: '1500', currencyCode: 'JPY' })]).toEqual([
    '$1,850.50',
    '¥1,500',
  ]);
});
