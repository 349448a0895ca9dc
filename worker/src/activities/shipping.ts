import type { Address, StockLine } from '@waybill/contracts/domain';
import type { ProvidersClient } from '@waybill/providers-client';
import { createActivity, createProviderActivity, type OrderRef, whenReachable } from './attempt.ts';
import { reportPercent } from './label-percent.ts';

type Prepare = OrderRef & { lines: StockLine[] };
type Label = OrderRef & { address: Address };

export type ShippingSettings = {
  /** The interval of polling the carrier for the progress of a label, in milliseconds. */
  labelHeartbeatMs: number;
};

/** The activities of the shipping provider. */
export const createShippingActivities = ({ shipping }: ProvidersClient, { labelHeartbeatMs }: ShippingSettings) => ({
  preparePackage: createProviderActivity(async ({ correlationId: _, ...prepare }: Prepare, call) => {
    const { shipmentId } = await shipping.prepare(prepare, { ...call, idempotencyKey: `${prepare.orderId}:prepare` });
    return { shipmentId };
  }),

  /** Runs until the carrier is done, and heartbeats `{ percent }`. */
  createLabel: createActivity(
    whenReachable(async ({ orderId, address }: Label, call) => {
      const percent = async () => (await shipping.status({ orderId }, call))?.labelPercent ?? 0;
      const stopReporting = reportPercent(percent, labelHeartbeatMs);
      try {
        const made = await shipping.createLabel({ orderId, address }, { ...call, idempotencyKey: `${orderId}:label` });
        const { labelId, carrier, trackingNumber } = made;
        return { labelId, carrier, trackingNumber };
      } finally {
        stopReporting();
      }
    }),
  ),

  dispatchCarrier: createProviderActivity(async ({ orderId }: OrderRef, call) => {
    const { trackingNumber } = await shipping.dispatch({ orderId }, { ...call, idempotencyKey: `${orderId}:dispatch` });
    return { trackingNumber };
  }),

  cancelLabel: createProviderActivity(async ({ orderId }: OrderRef, call) => {
    const key = `${orderId}:cancel-label`;
    const { effect } = await shipping.cancel({ orderId, part: 'LABEL' }, { ...call, idempotencyKey: key });
    return { effect };
  }),

  cancelShipment: createProviderActivity(async ({ orderId }: OrderRef, call) => {
    const key = `${orderId}:cancel-shipment`;
    const { effect } = await shipping.cancel({ orderId, part: 'SHIPMENT' }, { ...call, idempotencyKey: key });
    return { effect };
  }),
});

export type ShippingActivities = ReturnType<typeof createShippingActivities>;
