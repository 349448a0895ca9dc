import { builder } from '../builder.ts';
import { badUserInput } from '../request-errors.ts';

builder.scalarType('Cursor', {
  description: 'A position in a list or a journal, to go on from. Opaque: take it from an answer and give it back.',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^[!-~]{1,500}$/.test(value)) throw badUserInput('This is not a cursor of ours');
    return value;
  },
});
