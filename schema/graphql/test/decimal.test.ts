import { decimalOf, decimalsOf, minorUnits } from '@waybill/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aShop, codeOf, manager } from './shop.ts';

const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF');
const amounts = fc.record({ amountMinor: fc.maxSafeNat(), currencyCode: currencies });

const minTotal = (currencyCode: string, amountMinor: number) => [
  'page',
  expect.objectContaining({ filter: { currencyCode, minTotalMinor: amountMinor } }),
];

test('every amount survives serialization and parsing, to the last digit', () => {
  fc.assert(
    fc.property(amounts, (money) => {
      const written = decimalOf(money);

      const read = minorUnits(written, money.currencyCode);

      expect(read).toBe(money.amountMinor);
      expect(written.split('.')[1]?.length ?? 0).toBe(decimalsOf(money.currencyCode));
    }),
  );
});

test('every amount is the same as a string, as a number in the document and as a variable', async () => {
  const small = fc.record({ amountMinor: fc.maxSafeNat().map((n) => n % 1e11), currencyCode: currencies });
  const query = 'query ($filter: OrderFilter) { orders(filter: $filter) { nodes { id } } }';

  await fc.assert(
    fc.asyncProperty(small, async (money) => {
      const shop = aShop();
      const client = shop.as(manager);
      const { currencyCode } = money;
      const decimal = decimalOf(money);

      await client.asks(query, { filter: { currencyCode, minTotal: decimal } });
      await client.asks(query, { filter: { currencyCode, minTotal: Number(decimal) } });
      await client.asks(
        `{ orders(filter: { currencyCode: "${currencyCode}", minTotal: ${decimal} }) { nodes { id } } }`,
      );

      expect(shop.reached).toEqual(Array(3).fill(minTotal(currencyCode, money.amountMinor)));
    }),
    { numRuns: 30 },
  );
});

test('a number in the document is as exact as a string', async () => {
  const shop = aShop();

  await shop.as(manager).asks('{ orders(filter: { minTotal: 90071992547409.91 }) { nodes { id } } }');

  expect(shop.reached).toEqual([minTotal('USD', Number.MAX_SAFE_INTEGER)]);
});

test.each([[90071992547409.91], [1e11], [1e-7], [0.1 + 0.2], [true], [['1']], [{}]])(
  'the variable %j is not an exact decimal',
  async (written) => {
    const shop = aShop();

    const answer = await shop
      .as(manager)
      .asks('query ($min: Decimal) { orders(filter: { minTotal: $min }) { nodes { id } } }', { min: written });

    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(shop.reached).toEqual([]);
  },
);

test.each([['true'], ['[1]'], ['{}'], ['ONE']])('the literal %s is not a decimal', async (written) => {
  const answer = await aShop().as(manager).asks(`{ orders(filter: { minTotal: ${written} }) { nodes { id } } }`);

  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0]?.message).toContain('Decimal');
});
