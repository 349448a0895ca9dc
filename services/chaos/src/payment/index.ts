import type { Provider } from '../calls/provider.ts';
import { paymentUseCases } from './application/use-cases.ts';
import { paymentsIn } from './infrastructure/adapter.ts';
import { paymentRoutes } from './presentation/routes.ts';

export { paymentUseCases };

/** The payment context, wired. This is the only file of the context that others may import. */
export const paymentContext = ({ door, newId }: Provider, useCases = paymentUseCases) =>
  paymentRoutes(door((db) => useCases({ payments: paymentsIn(db), newId: () => `auth-${newId()}` })));
