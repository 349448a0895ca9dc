import { check } from './check.ts';
import { type InventoryDeps, recordOf } from './decision.ts';
import { release } from './release.ts';
import { reserve } from './reserve.ts';
import { restock } from './restock.ts';

export type { InventoryDeps };

/** Each use case finds the reservation, decides by its rules, writes the decision and moves the stock. */
export const createInventoryUseCases = (deps: InventoryDeps) => ({
  reserve: reserve(deps),
  release: release(deps),
  check: check(deps),
  restock: restock(deps),
  status: async (orderId: string) => {
    const reservation = await deps.reservations.find(orderId);
    return reservation && recordOf(reservation);
  },
  catalogue: async () => ({ products: await deps.stock.catalogue() }),
  statistics: async () => ({
    byStatus: await deps.reservations.statistics(),
    products: await deps.stock.catalogue(),
  }),
});

export type InventoryUseCases = ReturnType<typeof createInventoryUseCases>;
