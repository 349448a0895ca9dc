import type { NotificationRecord, SendRequest } from '@waybill/contracts';
import type { Messages } from '../domain/port.ts';
import * as rules from '../domain/rules.ts';

export type NotificationDeps = { messages: Messages; now: () => Date; newId: () => string };

export const notificationUseCases = ({ messages, now, newId }: NotificationDeps) => ({
  send: async (request: SendRequest) => {
    const message = rules.write(request, newId, now());
    const sent = await messages.find(request.orderId, request.kind);
    if (!sent) messages.keep(message);
    return recordOf(sent ?? message);
  },
  status: async (orderId: string) => {
    const message = await messages.newest(orderId);
    return message && recordOf(message);
  },
  statistics: async () => ({ byKind: await messages.statistics() }),
});

export type NotificationUseCases = ReturnType<typeof notificationUseCases>;

const recordOf = ({ notificationId, orderId, kind, recipient, status, sentAt }: rules.Message): NotificationRecord => ({
  notificationId,
  orderId,
  kind,
  recipient,
  status,
  sentAt: sentAt.toISOString(),
});
