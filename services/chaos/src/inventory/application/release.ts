import type { ReleaseStockRequest, StockReleased } from '@waybill/contracts';
import * as rules from '../domain/reservation.ts';
import { apply, type InventoryDeps, recordOf } from './decision.ts';

export const release =
  (deps: InventoryDeps) =>
  async ({ orderId }: ReleaseStockRequest): Promise<StockReleased> => {
    const known = await deps.reservations.find(orderId);
    const { reservation, effect } = await apply(deps, rules.release(known, orderId));
    return { reservation: recordOf(reservation), effect };
  };
