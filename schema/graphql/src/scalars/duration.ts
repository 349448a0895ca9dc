import { limits } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';

builder.scalarType('Duration', {
  description:
    'ISO 8601 duration in weeks, days, hours, minutes and seconds, for example "PT2M", "P1DT12H" or "PT0.5S".',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string') throw badUserInput('Duration must be a string');
    if (value.length > limits.duration) throw badUserInput(`Duration must be at most ${limits.duration} characters`);
    return value;
  },
});
