import type { Money } from '../../../order/money.ts';

export type Product = { sku: string; name: string; price: Money; available: number };

/** Returns the products whose name or SKU contains every word of a text. */
export function found(products: readonly Product[], text: string): Product[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter(({ sku, name }) => words.every((word) => `${sku} ${name}`.toLowerCase().includes(word)));
}
