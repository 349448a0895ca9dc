import type { Product } from '@waybill/contracts';

/** A product, and the time at which the provider reported it, RFC 3339. */
export type ListedProduct = Product & { asOf: string };

/** The port of the catalogue, implemented by the gateway. */
export interface CataloguePort {
  /** All products. Called for each placed order, so cached. */
  products(): Promise<readonly ListedProduct[]>;
  /** Adds to the stock and returns the changed product. Rejects with `InvalidInput` for an unknown SKU. */
  restock(sku: string, quantity: number): Promise<ListedProduct>;
}
