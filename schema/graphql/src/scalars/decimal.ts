import { Kind } from 'graphql';
import { builder } from '../builder.ts';
import { badUserInput } from '../refused.ts';

/** Beyond so many digits a double may not be the number that was written. */
const exactDigits = 15;

builder.scalarType('Decimal', {
  description:
    'An exact decimal. Out: a string with the decimals of its currency, "0.30", or "1500" in yen. In: a string or a JSON number, both without an exponent; a number in a variable may have 15 digits, a string any.',
  serialize: (value) => value,
  parseValue: (value) => (typeof value === 'number' ? asWritten(value) : text(value)),
  // The text of a number in the document is exact: it never passes through a double.
  parseLiteral: (node) =>
    node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING ? node.value : text(undefined),
});

function text(value: unknown): string {
  if (typeof value !== 'string') throw badUserInput('Decimal must be a string or a number');
  return value;
}

function asWritten(value: number): string {
  const written = String(value);
  const digits = written.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length;
  if (digits > exactDigits) throw badUserInput('Decimal of more than 15 digits must be a string, to stay exact');
  return written;
}
