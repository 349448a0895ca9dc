import type { Provider } from '../calls/provider.ts';
import { notificationUseCases } from './application/use-cases.ts';
import { messagesIn } from './infrastructure/adapter.ts';
import { notificationRoutes } from './presentation/routes.ts';

/** The notification context, wired. This is the only file of the context that others may import. */
export const notificationContext = ({ door, now, newId }: Provider) =>
  notificationRoutes(
    door((db) => notificationUseCases({ messages: messagesIn(db), now, newId: () => `msg-${newId()}` })),
  );
