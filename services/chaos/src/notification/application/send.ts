import type { NotificationRecord, SendRequest } from '@waybill/contracts';
import { type Message, write } from '../domain/message.ts';
import type { Messages } from '../domain/messages.ts';

export type NotificationDeps = { messages: Messages; now: () => Date; newId: () => string };

/** Sends a message, unless the order has received one of its kind. */
export const send =
  ({ messages, now, newId }: NotificationDeps) =>
  async (request: SendRequest): Promise<NotificationRecord> => {
    const message = write(request, newId, now());
    const sent = await messages.find(request.orderId, request.kind);
    if (!sent) messages.keep(message);
    return recordOf(sent ?? message);
  };

export const recordOf = ({
  notificationId,
  orderId,
  kind,
  recipient,
  status,
  sentAt,
}: Message): NotificationRecord => ({
  notificationId,
  orderId,
  kind,
  recipient,
  status,
  sentAt: sentAt.toISOString(),
});
