import type { Provider } from '../calls/provider.ts';
import { createShippingUseCases } from './application/index.ts';
import { createShipments } from './infrastructure/postgres-shipments.ts';
import { createShippingRoutes } from './presentation/routes.ts';

/** The shipping context, wired. This is the only file of the context that others may import. */
export const createShippingProvider = ({
  handlers,
  now,
  newId,
  until,
  labelTimeMs,
}: Provider & { labelTimeMs: number }) =>
  createShippingRoutes(
    handlers((unit) => createShippingUseCases({ shipments: createShipments(unit), now, newId, until, labelTimeMs })),
  );
