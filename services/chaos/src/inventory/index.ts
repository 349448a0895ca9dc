import type { Provider } from '../calls/provider.ts';
import { createInventoryUseCases } from './application/index.ts';
import { createReservations, createStock } from './infrastructure/postgres-reservations.ts';
import { createInventoryRoutes } from './presentation/routes.ts';

export { createInventoryUseCases };

/** The inventory context, wired. This is the only file of the context that others may import. */
export const createInventoryProvider = ({ handlers, newId }: Provider, useCases = createInventoryUseCases) =>
  createInventoryRoutes(
    handlers((unit) =>
      useCases({ reservations: createReservations(unit), stock: createStock(unit), newId: () => `res-${newId()}` }),
    ),
  );
