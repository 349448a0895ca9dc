import type { Provider } from '../calls/provider.ts';
import { createUserContextRoutes } from './routes.ts';
import { createUserContext } from './user-context.ts';

/** The context of users, wired. Reads only, so it has no rules and no layers. The only file that others may import. */
export function createUserContextProvider({ handlers, sources }: Provider) {
  const userContext = createUserContext(sources);
  return createUserContextRoutes(handlers(() => userContext));
}
