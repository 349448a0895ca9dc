import type { SendRequest } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';
import { providerActivity, type Which } from './attempted.ts';

/** A message to the customer, without the order that it is about. */
export type News = Omit<SendRequest, 'orderId'>;

export const notificationActivities = ({ notification }: ProvidersClient) => ({
  notifyCustomer: providerActivity(async ({ correlationId: _, ...message }: Which & News, call) => {
    const key = `${message.orderId}:notify:${message.kind}`;
    const { notificationId } = await notification.send(message, { ...call, idempotencyKey: key });
    return { notificationId, kind: message.kind };
  }),
});

export type NotificationActivities = ReturnType<typeof notificationActivities>;
