import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';

builder.scalarType('CurrencyCode', {
  description: 'ISO 4217 currency code, for example "USD", "EUR" or "JPY".',
  serialize: (value) => value,
  // The code itself is validated with the input, so that the error names the field.
  parseValue: (value) => {
    if (typeof value !== 'string') throw badUserInput('CurrencyCode must be a string');
    return value;
  },
});
