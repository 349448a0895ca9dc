import { expect, test } from 'vitest';
import { aShop, codeOf, operator } from './shop.ts';

test('an operator sees what does not balance, and what was settled manually', async () => {
  const answer = await aShop()
    .as(operator)
    .asks(`{ audit {
      balanced problemCount problems { code orderId } settled { orderId undoes settledBy note }
      captured { amount currencyCode } refunded { amount } openHolds { amount } stock { sku initial available reserved shipped }
    } }`);

  expect(answer.data).toEqual({
    audit: {
      balanced: false,
      problemCount: 2,
      problems: [
        { code: 'CHARGED_TWICE', orderId: 'ORD-1' },
        { code: 'STOCK_DIFFERS', orderId: null },
      ],
      settled: [{ orderId: 'ORD-1', undoes: 'CAPTURE_PAYMENT', settledBy: 'otto', note: 'Refunded in the console' }],
      captured: [{ amount: '12.50', currencyCode: 'USD' }],
      refunded: [{ amount: '0.50' }],
      openHolds: [],
      stock: [{ sku: 'MUG', initial: 9, available: 7, reserved: 1, shipped: 1 }],
    },
  });
});

test('the list has the requested length', async () => {
  const shop = aShop();

  const answer = await shop.as(operator).asks('{ audit { problems(first: 1) { code } settled(first: 7) { note } } }');

  expect(answer.data).toMatchObject({ audit: { problems: [{ code: 'CHARGED_TWICE' }] } });
  expect(shop.reached).toEqual([['settled', 7]]);
});

test.each([
  'problems(first: 0) { code }',
  'problems(first: 101) { code }',
  'settled(first: 0) { note }',
  'settled(first: 101) { note }',
])('%s is refused', async (selection) => {
  const shop = aShop();

  const answer = await shop.as(operator).asks(`{ audit { ${selection} } }`);

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});
