import type { Provider } from '../calls/provider.ts';
import { createNotificationUseCases } from './application/index.ts';
import { createMessages } from './infrastructure/postgres-messages.ts';
import { createNotificationRoutes } from './presentation/routes.ts';

/** The notification context, wired. This is the only file of the context that others may import. */
export const createNotificationProvider = ({ handlers, now, newId }: Provider) =>
  createNotificationRoutes(
    handlers((unit) =>
      createNotificationUseCases({ messages: createMessages(unit), now, newId: () => `msg-${newId()}` }),
    ),
  );
