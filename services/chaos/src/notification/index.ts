import type { Provider } from '../calls/provider.ts';
import { notificationUseCases } from './application/use-cases.ts';
import { messagesAt } from './infrastructure/adapter.ts';
import { notificationRoutes } from './presentation/routes.ts';

/** The notification context, wired. This is the only file of the context that others may import. */
export const notificationContext = ({ door, now, newId }: Provider) =>
  notificationRoutes(
    door((desk) => notificationUseCases({ messages: messagesAt(desk), now, newId: () => `msg-${newId()}` })),
  );
