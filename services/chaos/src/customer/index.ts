import type { Provider } from '../calls/provider.ts';
import { customerUseCases } from './application/use-cases.ts';
import { remoteCustomers, standInCustomers } from './infrastructure/adapter.ts';
import { customerRoutes } from './presentation/routes.ts';

/** The customer context, wired. This is the only file of the context that others may import. */
export function customerContext({ door, sources }: Provider) {
  const customers = sources.customers ? remoteCustomers(sources.customers) : standInCustomers;
  return customerRoutes(door(() => customerUseCases({ customers })));
}
