import type { StockLine } from './stock-line.ts';

/** The largest page of a list. */
export const largestPage = 100;

/**
 * How much of anything one order may hold: the one place, for the API, for the workflow and for the providers. An order
 * may have at most `quantity` of one product, all its lines taken together.
 */
export const limits = {
  items: 100,
  quantity: 10_000,
  line: 200,
  email: 254,
  note: 500,
  idempotencyKey: 255,
  decimal: 40,
  /** In minor units: of so much at once, nine thousand still add up exactly. */
  amountMinor: 10 ** 12,
  duration: 64,
} as const;

/** The products of which these lines want more than an order may. */
export function overLimit(items: readonly StockLine[]): string[] {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of items) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  return [...wanted].flatMap(([sku, quantity]) => (quantity > limits.quantity ? [sku] : []));
}
