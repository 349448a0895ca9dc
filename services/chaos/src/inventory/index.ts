import type { Provider } from '../calls/provider.ts';
import { inventoryUseCases } from './application/use-cases.ts';
import { reservationsAt, stockAt } from './infrastructure/adapter.ts';
import { inventoryRoutes } from './presentation/routes.ts';

export { inventoryUseCases };

/** The inventory context, wired. This is the only file of the context that others may import. */
export const inventoryContext = ({ door, newId }: Provider, useCases = inventoryUseCases) =>
  inventoryRoutes(
    door((desk) =>
      useCases({ reservations: reservationsAt(desk), stock: stockAt(desk), newId: () => `res-${newId()}` }),
    ),
  );
