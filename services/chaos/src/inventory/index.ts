import type { Provider } from '../calls/provider.ts';
import { inventoryUseCases } from './application/use-cases.ts';
import { reservationsIn, stockIn } from './infrastructure/adapter.ts';
import { inventoryRoutes } from './presentation/routes.ts';

/** The inventory context, wired. This is the only file of the context that others may import. */
export const inventoryContext = ({ door, newId }: Provider) =>
  inventoryRoutes(
    door((db) =>
      inventoryUseCases({ reservations: reservationsIn(db), stock: stockIn(db), newId: () => `res-${newId()}` }),
    ),
  );
