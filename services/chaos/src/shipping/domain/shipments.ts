import type { Happening, Shipment } from './shipment.ts';

export interface Shipments {
  find(orderId: string): Promise<Shipment | undefined>;
  /** Writes the shipment and its event at the end of the call, unless it was written since it was found. */
  keep(shipment: Shipment, happening: Happening): void;
  /** The number of shipments by status. */
  statistics(): Promise<Record<string, number>>;
}
