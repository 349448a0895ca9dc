import type { PrepareRequest, ShipmentRecord } from '@waybill/contracts';
import * as shipment from '../domain/shipment.ts';
import { apply, recordAt, type ShippingDeps } from './decision.ts';

export const prepare =
  ({ shipments, now, newId }: ShippingDeps) =>
  async ({ orderId, lines }: PrepareRequest): Promise<ShipmentRecord> => {
    const known = await shipments.find(orderId);
    const decision = shipment.prepare(known, { orderId, lines }, () => `shp-${newId()}`);
    return recordAt(apply(shipments, decision).shipment, now());
  };
