import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import { currencyDecimals } from '../domain/money.ts';
import type { Money as MoneyShape } from '../domain/order.ts';

/** The number of decimals of an ISO 4217 currency; undefined for an unknown code. */
export const decimalsOf = (currencyCode: string): number | undefined => currencyDecimals.get(currencyCode);

export const CurrencyCode = z
  .string()
  .refine((code) => decimalsOf(code) !== undefined, 'is not an ISO 4217 currency')
  .meta({ examples: ['USD'] });

/** Whole minor units, 0 or more. */
export const Money = z.strictObject({
  amountMinor: z.int().nonnegative(),
  currencyCode: CurrencyCode,
}) satisfies z.ZodType<MoneyShape>;

/**
 * The minor units of a plain decimal such as "12.50". Undefined if it has a sign, an exponent, more decimals than the
 * currency, or more characters than `limits.decimal`, or exceeds a safe integer.
 */
export function minorUnits(decimal: string, currencyCode: string): number | undefined {
  if (decimal.length > limits.decimal) return undefined;
  const digits = decimalsOf(currencyCode);
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (digits === undefined || !parts) return undefined;
  const [, whole = '', written = ''] = parts;
  const fraction = significant(written);
  if (fraction.length > digits) return undefined;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Removes trailing zeros in linear time, where a regular expression would backtrack. */
export function significant(fraction: string): string {
  let end = fraction.length;
  while (fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

/** The exact decimal of an amount, with the currency's decimals: 30 USD cents are "0.30", 1500 yen "1500". */
export function decimalOf({ amountMinor, currencyCode }: MoneyShape): string {
  const digits = decimalsOf(currencyCode) ?? 0;
  const padded = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const sign = amountMinor < 0 ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${padded.slice(-digits)}`;
}
