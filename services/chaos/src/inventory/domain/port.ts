import type { Product } from '@waybill/contracts';
import type { Reservation, Taken } from './rules.ts';

export interface Reservations {
  find(orderId: string): Promise<Reservation | undefined>;
  /** Writes the reservation at the end of the call, unless someone else wrote since it was found. */
  keep(reservation: Reservation): void;
  statistics(): Promise<Record<string, number>>;
}

/** What is taken and added is written at the end of the call, unless the shelf has become too short for it. */
export interface Stock {
  catalogue(): Promise<Product[]>;
  product(sku: string): Promise<Product | undefined>;
  /** How many there are of each of these products. */
  available(skus: readonly string[]): Promise<Map<string, number>>;
  take(orderId: string, taken: Taken): void;
  /** Adds to a product as it was found. */
  restock(product: Product, quantity: number): void;
}
