import type { Happening, Shipment } from './rules.ts';

export interface Shipments {
  find(orderId: string): Promise<Shipment | undefined>;
  /** Writes the shipment and what happened to it. Rejects with `Raced` when someone else wrote since it was found. */
  keep(shipment: Shipment, happening: Happening): Promise<void>;
  /** How many shipments stand where. */
  statistics(): Promise<Record<string, number>>;
}
