import type { ProvidersClient } from '@waybill/providers-client';
import { providerActivity, type Which } from './attempted.ts';

type Reserve = Which & { lines: { sku: string; quantity: number }[]; change: number };

/** What the warehouse does for an order. */
export const inventoryActivities = ({ inventory }: ProvidersClient) => ({
  reserveInventory: providerActivity(async ({ correlationId: _, ...reserve }: Reserve, call) => {
    const key = `${reserve.orderId}:reserve:${reserve.change}`;
    const { reservationId } = await inventory.reserve(reserve, { ...call, idempotencyKey: key });
    return { reservationId };
  }),

  releaseInventory: providerActivity(async ({ orderId }: Which, call) => {
    const { effect } = await inventory.release({ orderId }, { ...call, idempotencyKey: `${orderId}:release` });
    return { effect };
  }),
});

export type InventoryActivities = ReturnType<typeof inventoryActivities>;
