import type { Product } from '@waybill/contracts';

/** What the schema needs from the outside world to speak about what is for sale. The gateway supplies it. */
export interface CatalogueDesk {
  /** Everything for sale. Asked for each placed order, so answered from memory where it can be. */
  products(): Promise<readonly Product[]>;
  /** Adds to the stock and answers with the product as it is then. Rejects with `InvalidInput` for an unknown SKU. */
  restock(sku: string, quantity: number): Promise<Product>;
}
