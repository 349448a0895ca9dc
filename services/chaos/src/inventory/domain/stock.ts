import type { Product } from '@waybill/contracts';
import type { StockChange } from './reservation.ts';

/** The movements are written at the end of the call, unless the stock has become too short. */
export interface Stock {
  catalogue(): Promise<Product[]>;
  product(sku: string): Promise<Product | undefined>;
  /** The quantity in stock of each of these products. */
  available(skus: readonly string[]): Promise<Map<string, number>>;
  take(orderId: string, taken: StockChange): void;
  /** Adds units to a product, unless it has changed since it was found. */
  restock(product: Product, quantity: number): void;
}
