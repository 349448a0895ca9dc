import { type NotificationDeps, recordOf, send } from './send.ts';

export const createNotificationUseCases = (deps: NotificationDeps) => ({
  send: send(deps),
  status: async (orderId: string) => {
    const message = await deps.messages.newest(orderId);
    return message && recordOf(message);
  },
  statistics: async () => ({ byKind: await deps.messages.statistics() }),
});

export type NotificationUseCases = ReturnType<typeof createNotificationUseCases>;
