import type { Money } from '../../../order/money.ts';

export type Product = { sku: string; name: string; price: Money; available: number };

/** The products whose name or SKU has every word of a text. */
export function found(products: readonly Product[], text: string): Product[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter(({ sku, name }) => words.every((word) => `${sku} ${name}`.toLowerCase().includes(word)));
}
