import type { Address } from '@waybill/contracts/words';
import type { ProvidersClient } from '@waybill/providers-client';
import { attempted, onceReached, providerActivity, type Which } from './attempted.ts';
import { reportPercent } from './label-percent.ts';

type Prepare = Which & { lines: { sku: string; quantity: number }[] };
type Label = Which & { address: Address };

export type ShippingSettings = {
  /** How often the carrier is asked how far a label is, in milliseconds. */
  labelHeartbeatMs: number;
};

/** What the carrier does for an order. */
export const shippingActivities = ({ shipping }: ProvidersClient, { labelHeartbeatMs }: ShippingSettings) => ({
  preparePackage: providerActivity(async ({ correlationId: _, ...prepare }: Prepare, call) => {
    const { shipmentId } = await shipping.prepare(prepare, { ...call, idempotencyKey: `${prepare.orderId}:prepare` });
    return { shipmentId };
  }),

  /** Takes as long as the carrier takes, and heartbeats `{ percent }` meanwhile. */
  createLabel: attempted(
    onceReached(async ({ orderId, address }: Label, call) => {
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

  dispatchCarrier: providerActivity(async ({ orderId }: Which, call) => {
    const { trackingNumber } = await shipping.dispatch({ orderId }, { ...call, idempotencyKey: `${orderId}:dispatch` });
    return { trackingNumber };
  }),

  cancelLabel: providerActivity(async ({ orderId }: Which, call) => {
    const key = `${orderId}:cancel-label`;
    const { effect } = await shipping.cancel({ orderId, part: 'LABEL' }, { ...call, idempotencyKey: key });
    return { effect };
  }),

  cancelShipment: providerActivity(async ({ orderId }: Which, call) => {
    const key = `${orderId}:cancel-shipment`;
    const { effect } = await shipping.cancel({ orderId, part: 'SHIPMENT' }, { ...call, idempotencyKey: key });
    return { effect };
  }),
});

export type ShippingActivities = ReturnType<typeof shippingActivities>;
