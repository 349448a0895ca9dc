import type { Product } from '@waybill/contracts';
import type { Reservation, Taken } from './rules.ts';

export interface Reservations {
  find(orderId: string): Promise<Reservation | undefined>;
  /** Rejects with `Raced` when someone else wrote since it was found. */
  keep(reservation: Reservation): Promise<void>;
  statistics(): Promise<Record<string, number>>;
}

export interface Stock {
  catalogue(): Promise<Product[]>;
  /** How many there are of each of these products; nobody else can take one until the transaction ends. */
  lock(skus: readonly string[]): Promise<Map<string, number>>;
  available(skus: readonly string[]): Promise<Map<string, number>>;
  take(orderId: string, taken: Taken): Promise<void>;
  /** The product as it stands then; undefined: there is no such product. */
  restock(sku: string, quantity: number): Promise<Product | undefined>;
}
