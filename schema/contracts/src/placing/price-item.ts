import { limits } from '../domain/limits.ts';
import type { Money, OrderItem } from '../domain/order.ts';
import { Line, Quantity } from '../order/order.ts';
import type { Product } from '../providers/inventory.ts';
import type { Path, Validation } from '../validation/validation.ts';
import { decimalOf, decimalsOf, minorUnits, significant } from '../values/money.ts';
import type { ItemRequest } from './new-order.ts';

/** Which prices are accepted: the catalogue's, and from staff any price. */
export type PriceRule = { products: readonly Product[]; byStaff: boolean; currencyCode: string };

export function priceItem(item: ItemRequest, rule: PriceRule, path: Path, validation: Validation): OrderItem {
  const sku = validation.parse([...path, 'sku'], Line, item.sku);
  const quantity = validation.parse([...path, 'quantity'], Quantity, item.quantity);
  const product = rule.products.find((one) => one.sku === sku);
  if (!product) validation.refuse([...path, 'sku'], 'is not in the catalogue');
  const unitPrice = priceOf(item, product, rule, [...path, 'price'], validation);
  return { sku, name: product?.name ?? null, quantity, unitPrice };
}

function priceOf(item: ItemRequest, product: Product | undefined, rule: PriceRule, path: Path, validation: Validation) {
  const { currencyCode, byStaff } = rule;
  const listed = product?.prices.find((price) => price.currencyCode === currencyCode);
  const nothing: Money = { amountMinor: 0, currencyCode };
  if (item.price === null || item.price === undefined) {
    if (product && !listed && isCurrency(currencyCode))
      validation.refuse(path, `is required: the catalogue has no price in ${currencyCode}`);
    return listed ?? nothing;
  }
  const price = amountIn(currencyCode, item.price, path, validation);
  if (price && product && !byStaff && price.amountMinor !== listed?.amountMinor) {
    validation.refuse(
      path,
      `is not the price in the catalogue${listed ? `, ${decimalOf(listed)} ${currencyCode}` : ''}`,
    );
  }
  return price ?? nothing;
}

/** The parsed amount. Without a valid currency it cannot be parsed: then the currency is the problem. */
export function amountIn(currencyCode: string, decimal: string, path: Path, validation: Validation): Money | undefined {
  if (!isCurrency(currencyCode)) return undefined;
  const amountMinor = minorUnits(decimal, currencyCode);
  if (amountMinor !== undefined && amountMinor <= limits.amountMinor) return { amountMinor, currencyCode };
  validation.refuse(path, whyNoAmount(decimal, currencyCode));
  return undefined;
}

const isCurrency = (code: string): boolean => decimalsOf(code) !== undefined;

function whyNoAmount(decimal: string, currencyCode: string): string {
  if (decimal.length > limits.decimal) return `must be at most ${limits.decimal} characters`;
  if (/^-\d+(\.\d+)?$/.test(decimal)) return 'must not be negative';
  if (!/^\d+(\.\d+)?$/.test(decimal)) return 'must be a plain decimal such as "12.50"';
  const [, fraction = ''] = decimal.split('.');
  const decimals = decimalsOf(currencyCode) ?? 0;
  if (significant(fraction).length > decimals) return `must have at most ${decimals} decimals in ${currencyCode}`;
  return 'exceeds the largest amount that can be charged';
}
