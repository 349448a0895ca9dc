import { decimalOf } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';

builder.objectType('Money', {
  description: 'An exact amount of one currency.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'Amount with the number of decimals of the currency.',
      resolve: (money) => decimalOf(money),
    }),
    currencyCode: t.expose('currencyCode', { type: 'CurrencyCode', description: 'Currency of the amount.' }),
  }),
});
