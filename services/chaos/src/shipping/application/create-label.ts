import type { LabelRequest, ShipmentRecord } from '@waybill/contracts';
import { beginLabel, type Label, refuseWhenStopped } from '../domain/shipment.ts';
import { apply, recordAt, type ShippingDeps } from './decision.ts';

/** Starts the label, and returns it as it will be; `labelReady` resolves when the reply may be sent. */
export const createLabel =
  (deps: ShippingDeps) =>
  async ({ orderId, address }: LabelRequest): Promise<ShipmentRecord> => {
    const { shipments, now } = deps;
    const decision = beginLabel(await shipments.find(orderId), orderId, newLabel(deps, address));
    const { shipment } = apply(shipments, decision);
    return recordAt(shipment, shipment.label?.readyAt ?? now());
  };

/** Waits until the label is ready; refuses if it was cancelled meanwhile. */
export const labelReady =
  ({ shipments, now, until }: ShippingDeps) =>
  async ({ orderId }: { orderId: string }, gone: AbortSignal): Promise<void> => {
    const begun = await shipments.find(orderId);
    if (begun?.label && now() < begun.label.readyAt) await until(begun.label.readyAt, gone);
    const made = await shipments.find(orderId);
    if (made) refuseWhenStopped(made);
  };

function newLabel({ now, newId, labelTimeMs }: ShippingDeps, address: LabelRequest['address']): Label {
  const startedAt = now();
  return {
    labelId: `lbl-${newId()}`,
    carrier: 'Swift Parcel',
    trackingNumber: `TRK${newId().replaceAll('-', '').slice(0, 14).toUpperCase()}`,
    address,
    startedAt,
    readyAt: new Date(startedAt.getTime() + labelTimeMs),
    voidedAt: null,
  };
}
