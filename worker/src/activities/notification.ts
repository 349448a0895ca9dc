import type { SendRequest } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from './attempt.ts';

/** A message to the customer, without its order. */
export type CustomerNotification = Omit<SendRequest, 'orderId'>;

export const createNotificationActivities = ({ notification }: ProvidersClient) => ({
  notifyCustomer: createProviderActivity(
    async ({ correlationId: _, ...message }: OrderRef & CustomerNotification, call) => {
      const key = `${message.orderId}:notify:${message.kind}`;
      const { notificationId } = await notification.send(message, { ...call, idempotencyKey: key });
      return { notificationId, kind: message.kind };
    },
  ),
});

export type NotificationActivities = ReturnType<typeof createNotificationActivities>;
