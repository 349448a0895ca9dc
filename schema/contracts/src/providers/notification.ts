import { z } from 'zod';
import { OrderId } from '../order/order.ts';
import { Note } from '../values/note.ts';

export const notificationKinds = ['CONFIRMATION', 'CANCELLATION', 'REJECTION', 'EXPIRY', 'FAILURE'] as const;

export const SendRequest = z.strictObject({
  orderId: OrderId,
  kind: z.enum(notificationKinds),
  recipient: z.string().min(1).max(254),
  detail: Note.nullable(),
});
export type SendRequest = z.infer<typeof SendRequest>;

export const NotificationRecord = z.object({
  notificationId: z.string(),
  orderId: OrderId,
  kind: z.enum(notificationKinds),
  recipient: z.string(),
  status: z.enum(['SENT']),
  sentAt: z.iso.datetime(),
});
export type NotificationRecord = z.infer<typeof NotificationRecord>;
