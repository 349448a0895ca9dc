import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';

builder.scalarType('Cursor', {
  description: 'An opaque position in a list or a journal, taken from an earlier response.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^[!-~]{1,500}$/.test(value))
      throw badUserInput('Cursor must be one from an earlier response');
    return value;
  },
});
