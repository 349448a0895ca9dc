import type { OrderItem, StockLine } from '@waybill/contracts/domain';

/** The stock to reserve and to pack: one line for each SKU. */
export function stockLines(items: readonly OrderItem[]): StockLine[] {
  const bySku = new Map<string, number>();
  for (const { sku, quantity } of items) bySku.set(sku, (bySku.get(sku) ?? 0) + quantity);
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity }));
}
