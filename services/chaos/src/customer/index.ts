import type { Provider } from '../calls/provider.ts';
import { createCustomers } from './customers.ts';
import { createCustomerRoutes } from './routes.ts';

/** The customer context, wired. Reads only, so it has no rules and no layers. The only file that others may import. */
export function createCustomerProvider({ handlers, sources }: Provider) {
  const customers = createCustomers(sources.customers);
  return createCustomerRoutes(handlers(() => customers));
}
