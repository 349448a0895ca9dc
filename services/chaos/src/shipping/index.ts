import type { Provider } from '../calls/provider.ts';
import { shippingUseCases } from './application/use-cases.ts';
import { shipmentsAt } from './infrastructure/adapter.ts';
import { shippingRoutes } from './presentation/routes.ts';

/** The shipping context, wired. This is the only file of the context that others may import. */
export const shippingContext = ({ door, now, newId, until, labelTimeMs }: Provider & { labelTimeMs: number }) =>
  shippingRoutes(door((desk) => shippingUseCases({ shipments: shipmentsAt(desk), now, newId, until, labelTimeMs })));
