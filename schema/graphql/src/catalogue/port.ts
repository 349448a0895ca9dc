import type { Product } from '@waybill/contracts';

/** A product, and when the provider said so, RFC 3339. */
export type ListedProduct = Product & { asOf: string };

/** What the schema needs from the outside world to speak about what is for sale. The gateway supplies it. */
export interface CataloguePort {
  /** Everything for sale. Asked for each placed order, so answered from memory where it can be. */
  products(): Promise<readonly ListedProduct[]>;
  /** Adds to the stock and returns the changed product. Rejects with `InvalidInput` for an unknown SKU. */
  restock(sku: string, quantity: number): Promise<ListedProduct>;
}
