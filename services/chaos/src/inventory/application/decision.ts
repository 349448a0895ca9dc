import type * as shapes from '@waybill/contracts';
import { type Decision, type Reservation, refuseShortages } from '../domain/reservation.ts';
import type { Reservations } from '../domain/reservations.ts';
import type { Stock } from '../domain/stock.ts';

export type InventoryDeps = { reservations: Reservations; stock: Stock; newId: () => string };

/** Writes the decision, if it changes something, and moves the stock; refuses what is not in stock. */
export async function apply<D extends Decision>({ reservations, stock }: InventoryDeps, decision: D): Promise<D> {
  const { reservation, taken, changed } = decision;
  if (!changed) return decision;
  reservations.keep(reservation);
  if (taken.size === 0) return decision;
  refuseShortages(taken, await stock.available([...taken.keys()]));
  stock.take(reservation.orderId, taken);
  return decision;
}

export const recordOf = ({ reservationId, orderId, status, lines }: Reservation): shapes.Reservation => ({
  reservationId,
  orderId,
  status,
  lines,
});
