import type { StockLine } from '@waybill/contracts/domain';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from './attempt.ts';

type Reserve = OrderRef & { lines: StockLine[]; change: number };

/** The activities of the inventory provider. */
export const createInventoryActivities = ({ inventory }: ProvidersClient) => ({
  reserveInventory: createProviderActivity(async ({ correlationId: _, ...reserve }: Reserve, call) => {
    const key = `${reserve.orderId}:reserve:${reserve.change}`;
    const { reservationId } = await inventory.reserve(reserve, { ...call, idempotencyKey: key });
    return { reservationId };
  }),

  releaseInventory: createProviderActivity(async ({ orderId }: OrderRef, call) => {
    const { effect } = await inventory.release({ orderId }, { ...call, idempotencyKey: `${orderId}:release` });
    return { effect };
  }),
});

export type InventoryActivities = ReturnType<typeof createInventoryActivities>;
