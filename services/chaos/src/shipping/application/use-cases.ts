import type * as shapes from '@waybill/contracts';
import type { Shipments } from '../domain/port.ts';
import * as rules from '../domain/rules.ts';

export type ShippingDeps = {
  shipments: Shipments;
  now: () => Date;
  newId: () => string;
  labelTimeMs: number;
  /** Waits until a moment; rejects when the signal says that nobody waits any more. */
  until: (moment: Date, gone: AbortSignal) => Promise<void>;
};

/** Each: find the shipment, let the rules decide, keep what they decided. */
export function shippingUseCases({ shipments, now, newId, labelTimeMs, until }: ShippingDeps) {
  const keep = <D extends rules.Decision>(decision: D): D => {
    if (decision.happening) shipments.keep(decision.shipment, decision.happening);
    return decision;
  };
  const newLabel = (address: shapes.LabelRequest['address']): rules.Label => {
    const [labelId, trackingNumber] = [
      `lbl-${newId()}`,
      `TRK${newId().replaceAll('-', '').slice(0, 14).toUpperCase()}`,
    ];
    const startedAt = now();
    const readyAt = new Date(startedAt.getTime() + labelTimeMs);
    return { labelId, carrier: 'Swift Parcel', trackingNumber, address, startedAt, readyAt, voidedAt: null };
  };

  return {
    prepare: async ({ orderId, lines }: shapes.PrepareRequest) => {
      const decision = rules.prepare(await shipments.find(orderId), { orderId, lines }, () => `shp-${newId()}`);
      return recordAt(keep(decision).shipment, now());
    },
    /** Begins the label, and describes it as it will be; `labelReady` says when that may be told. */
    createLabel: async ({ orderId, address }: shapes.LabelRequest) => {
      const { shipment } = keep(rules.beginLabel(await shipments.find(orderId), orderId, newLabel(address)));
      return recordAt(shipment, shipment.label?.readyAt ?? now());
    },
    labelReady: async ({ orderId }: { orderId: string }, gone: AbortSignal) => {
      const begun = await shipments.find(orderId);
      if (begun?.label && now() < begun.label.readyAt) await until(begun.label.readyAt, gone);
      const made = await shipments.find(orderId);
      if (made) rules.refuseWhenStopped(made);
    },
    dispatch: async ({ orderId }: shapes.DispatchRequest) => {
      const { shipment } = keep(rules.dispatch(await shipments.find(orderId), orderId, now()));
      return recordAt(shipment, now());
    },
    cancel: async (request: shapes.CancelRequest): Promise<shapes.ShipmentUndone> => {
      const { shipment, effect } = keep(rules.cancel(await shipments.find(request.orderId), request, now()));
      return { shipment: recordAt(shipment, now()), effect };
    },
    status: async (orderId: string) => {
      const shipment = await shipments.find(orderId);
      return shipment && recordAt(shipment, now());
    },
    statistics: async () => ({ byStatus: await shipments.statistics() }),
  };
}

export type ShippingUseCases = ReturnType<typeof shippingUseCases>;

function recordAt(shipment: rules.Shipment, now: Date): shapes.ShipmentRecord {
  const label = rules.hasLabel(shipment) ? shipment.label : null;
  return {
    orderId: shipment.orderId,
    shipmentId: shipment.shipmentId,
    status: rules.statusAt(shipment, now),
    carrier: label?.carrier ?? null,
    labelId: label?.labelId ?? null,
    labelPercent: label && rules.percentAt(label, now),
    trackingNumber: label?.trackingNumber ?? null,
  };
}
