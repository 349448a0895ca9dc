import type { Provider } from '../calls/provider.ts';
import { createPaymentUseCases } from './application/index.ts';
import { createPayments } from './infrastructure/postgres-payments.ts';
import { createPaymentRoutes } from './presentation/routes.ts';

export { createPaymentUseCases };

/** The payment context, wired. This is the only file of the context that others may import. */
export const createPaymentProvider = ({ handlers, newId }: Provider, useCases = createPaymentUseCases) =>
  createPaymentRoutes(handlers((unit) => useCases({ payments: createPayments(unit), newId: () => `auth-${newId()}` })));
