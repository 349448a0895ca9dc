import { iso4217 } from './iso-4217.ts';
import type { Money } from './order.ts';

/** How many decimals each currency of ISO 4217 has. */
export const currencyDecimals: ReadonlyMap<string, number> = new Map(
  Object.entries(iso4217).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code) => [code, Number(decimals)] as const),
  ),
);

/** An amount in major units, for searching and display only: 1250 US cents are 12.5. */
export const majorUnits = ({ amountMinor, currencyCode }: Money): number =>
  amountMinor / 10 ** (currencyDecimals.get(currencyCode) ?? 2);
