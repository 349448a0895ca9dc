import type { Provider } from '../calls/provider.ts';
import { paymentUseCases } from './application/use-cases.ts';
import { paymentsAt } from './infrastructure/adapter.ts';
import { paymentRoutes } from './presentation/routes.ts';

export { paymentUseCases };

/** The payment context, wired. This is the only file of the context that others may import. */
export const paymentContext = ({ door, newId }: Provider, useCases = paymentUseCases) =>
  paymentRoutes(door((desk) => useCases({ payments: paymentsAt(desk), newId: () => `auth-${newId()}` })));
