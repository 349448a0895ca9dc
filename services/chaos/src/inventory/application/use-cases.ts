import type * as shapes from '@waybill/contracts';
import type { Reservations, Stock } from '../domain/port.ts';
import * as rules from '../domain/rules.ts';

export type InventoryDeps = { reservations: Reservations; stock: Stock; newId: () => string };

/** Each: find the reservation, let the rules decide, keep what they decided and move the stock. */
export function inventoryUseCases({ reservations, stock, newId }: InventoryDeps) {
  const keep = async <D extends rules.Decision>(decision: D): Promise<D> => {
    const { reservation, taken, changed } = decision;
    if (!changed) return decision;
    reservations.keep(reservation);
    if (taken.size === 0) return decision;
    rules.refuseShortages(taken, await stock.available([...taken.keys()]));
    stock.take(reservation.orderId, taken);
    return decision;
  };

  return {
    reserve: async ({ orderId, lines, change = 0 }: shapes.ReserveRequest) => {
      const known = await reservations.find(orderId);
      const { reservation } = await keep(rules.reserve(known, { orderId, lines, change }, newId));
      return recordOf(reservation);
    },
    release: async ({ orderId }: shapes.ReleaseStockRequest): Promise<shapes.StockReleased> => {
      const { reservation, effect } = await keep(rules.release(await reservations.find(orderId), orderId));
      return { reservation: recordOf(reservation), effect };
    },
    check: async ({ lines }: shapes.CheckRequest): Promise<shapes.StockCheck> => {
      const available = await stock.available(lines.map(({ sku }) => sku));
      return {
        lines: lines.map(({ sku, quantity }) => {
          const left = available.get(sku) ?? 0;
          return { sku, requested: quantity, available: left, sufficient: quantity <= left };
        }),
      };
    },
    status: async (orderId: string) => {
      const reservation = await reservations.find(orderId);
      return reservation && recordOf(reservation);
    },
    catalogue: async () => ({ products: await stock.catalogue() }),
    restock: async ({ sku, quantity }: shapes.RestockRequest) => {
      const product = await stock.product(sku);
      if (!product) throw rules.unknownSku(sku);
      stock.restock(product, quantity);
      return { ...product, available: product.available + quantity };
    },
    statistics: async () => ({ byStatus: await reservations.statistics(), products: await stock.catalogue() }),
  };
}

export type InventoryUseCases = ReturnType<typeof inventoryUseCases>;

const recordOf = ({ reservationId, orderId, status, lines }: rules.Reservation): shapes.Reservation => ({
  reservationId,
  orderId,
  status,
  lines,
});
