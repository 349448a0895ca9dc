import type { Reservation, ReserveRequest } from '@waybill/contracts';
import * as reservation from '../domain/reservation.ts';
import { apply, type InventoryDeps, recordOf } from './decision.ts';

export const reserve =
  (deps: InventoryDeps) =>
  async ({ orderId, lines, change = 0 }: ReserveRequest): Promise<Reservation> => {
    const known = await deps.reservations.find(orderId);
    const decision = reservation.reserve(known, { orderId, lines, change }, deps.newId);
    return recordOf((await apply(deps, decision)).reservation);
  };
