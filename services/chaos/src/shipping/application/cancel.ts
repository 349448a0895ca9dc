import type { CancelRequest, ShipmentUndone } from '@waybill/contracts';
import * as rules from '../domain/shipment.ts';
import { apply, recordAt, type ShippingDeps } from './decision.ts';

export const cancel =
  ({ shipments, now }: ShippingDeps) =>
  async (request: CancelRequest): Promise<ShipmentUndone> => {
    const known = await shipments.find(request.orderId);
    const { shipment, effect } = apply(shipments, rules.cancel(known, request, now()));
    return { shipment: recordAt(shipment, now()), effect };
  };
