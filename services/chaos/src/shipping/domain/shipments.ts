import type { Happening, Shipment } from './shipment.ts';

export interface Shipments {
  find(orderId: string): Promise<Shipment | undefined>;
  /** Writes the shipment and what happened to it, at the end of the call, unless someone else wrote since it was found. */
  keep(shipment: Shipment, happening: Happening): void;
  /** How many shipments stand where. */
  statistics(): Promise<Record<string, number>>;
}
