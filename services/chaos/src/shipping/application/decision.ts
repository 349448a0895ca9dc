import type { ShipmentRecord } from '@waybill/contracts';
import { type Decision, hasLabel, percentAt, type Shipment, statusAt } from '../domain/shipment.ts';
import type { Shipments } from '../domain/shipments.ts';

export type ShippingDeps = {
  shipments: Shipments;
  now: () => Date;
  newId: () => string;
  labelTimeMs: number;
  /** Waits until a moment; rejects when the signal is aborted. */
  until: (moment: Date, gone: AbortSignal) => Promise<void>;
};

/** Writes the decision, if it changes something. */
export function apply<D extends Decision>(shipments: Shipments, decision: D): D {
  if (decision.happening) shipments.keep(decision.shipment, decision.happening);
  return decision;
}

export function recordAt(shipment: Shipment, now: Date): ShipmentRecord {
  const label = hasLabel(shipment) ? shipment.label : null;
  return {
    orderId: shipment.orderId,
    shipmentId: shipment.shipmentId,
    status: statusAt(shipment, now),
    carrier: label?.carrier ?? null,
    labelId: label?.labelId ?? null,
    labelPercent: label && percentAt(label, now),
    trackingNumber: label?.trackingNumber ?? null,
  };
}
