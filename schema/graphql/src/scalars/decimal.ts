import { limits } from '@waybill/contracts';
import { Kind } from 'graphql';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';

/**
 * Below this limit a double represents the four decimals that a currency may have; above it, 90071992547409.91 becomes
 * …409.9.
 */
const exactBelow = 1e11;

builder.scalarType('Decimal', {
  description:
    'An exact decimal. Output is a string with the decimals of the currency, for example "0.30", or "1500" in yen. Input is a string or a JSON number without an exponent; variables from 100,000,000,000 on must be strings.',
  serialize: (value) => value,
  parseValue: (value) => (typeof value === 'number' ? asWritten(value) : text(value)),
  // The text of a number in the document is exact: it is never converted to a double.
  parseLiteral: (node) =>
    node.kind === Kind.INT || node.kind === Kind.FLOAT || node.kind === Kind.STRING
      ? text(node.value)
      : text(undefined),
});

function text(value: unknown): string {
  if (typeof value !== 'string') throw badUserInput('Decimal must be a string or a number');
  if (value.length > limits.decimal) throw badUserInput(`Decimal must be at most ${limits.decimal} characters`);
  return value;
}

function asWritten(value: number): string {
  if (Math.abs(value) >= exactBelow)
    throw badUserInput('Decimal must be a string from 100,000,000,000 on, to stay exact');
  return String(value);
}
