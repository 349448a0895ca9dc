import { decimalOf, decimalsOf } from '@waybill/contracts';
import { majorUnits } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';

test('an amount is searched by its displayed number, in every currency', () => {
  const currencies = Intl.supportedValuesOf('currency').filter((code) => decimalsOf(code) !== undefined);

  const differing = currencies.filter((currencyCode) => {
    const money = { amountMinor: 1_234_567, currencyCode };
    return majorUnits(money) !== Number(decimalOf(money));
  });

  expect(differing).toEqual([]);
});
