import { decimalOf } from '@waybill/contracts';
import { builder } from '../builder.ts';

builder.objectType('Money', {
  description: 'An exact amount of one currency.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'With the decimals of the currency.',
      resolve: (money) => decimalOf(money),
    }),
    currencyCode: t.expose('currencyCode', { type: 'CurrencyCode', description: 'Which currency.' }),
  }),
});
