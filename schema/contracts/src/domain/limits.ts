import type { StockLine } from './stock-line.ts';

/** The largest page of a list. */
export const largestPage = 100;

/**
 * The limits of one order, for the API, the workflow and the providers. `quantity` limits one product across all lines.
 */
export const limits = {
  items: 100,
  quantity: 10_000,
  line: 200,
  email: 254,
  note: 500,
  idempotencyKey: 255,
  decimal: 40,
  /** In minor units. The sum of nine thousand such amounts is still exact. */
  amountMinor: 10 ** 12,
  duration: 64,
} as const;

/** The products of which these lines exceed the limit. */
export function overLimit(items: readonly StockLine[]): string[] {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of items) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return [...wanted].flatMap(([sku, quantity]) => (quantity > limits.quantity ? [sku] : []));
}
