import type { Money } from '../../order/money.ts';
import type { Line } from './draft.ts';

type Priced = { sku: string; price: Money };

/** The exact total of the lines, computed in the smallest unit. Undefined while a price is missing. */
export function totalOf(lines: readonly Line[], products: readonly Priced[]): Money | undefined {
  const prices = new Map(products.map(({ sku, price }) => [sku, price]));
  const [first] = products;
  if (!first || lines.length === 0) return undefined;
  const decimals = Math.max(...products.map(({ price }) => decimalsOf(price.amount)));
  const sum = lines.reduce((total, { sku, quantity }) => {
    const whole = Number.isSafeInteger(quantity) && quantity > 0 ? BigInt(quantity) : 0n;
    return total + units(prices.get(sku)?.amount ?? '0', decimals) * whole;
  }, 0n);
  return { amount: decimal(sum, decimals), currencyCode: first.price.currencyCode };
}

const decimalsOf = (amount: string) => amount.split('.')[1]?.length ?? 0;

function units(amount: string, decimals: number): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(decimals, '0'));
}

function decimal(sum: bigint, decimals: number): string {
  const digits = sum.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
