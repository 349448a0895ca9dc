import type { DispatchRequest, ShipmentRecord } from '@waybill/contracts';
import * as shipment from '../domain/shipment.ts';
import { apply, recordAt, type ShippingDeps } from './decision.ts';

export const dispatch =
  ({ shipments, now }: ShippingDeps) =>
  async ({ orderId }: DispatchRequest): Promise<ShipmentRecord> => {
    const decision = shipment.dispatch(await shipments.find(orderId), orderId, now());
    return recordAt(apply(shipments, decision).shipment, now());
  };
