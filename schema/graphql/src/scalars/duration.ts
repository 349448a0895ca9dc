import { limits } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { badUserInput } from '../request-errors.ts';

builder.scalarType('Duration', {
  description: 'A length of time, ISO 8601, in weeks, days, hours, minutes and seconds: "PT2M", "P1DT12H", "PT0.5S".',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value !== 'string') throw badUserInput('Duration must be a string');
    if (value.length > limits.duration) throw badUserInput(`Duration must be at most ${limits.duration} characters`);
    return value;
  },
});
