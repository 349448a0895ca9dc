import { Email, type NotificationRecord, type SendRequest } from '@waybill/contracts';
import { Refusal } from '../../calls/refusal.ts';

/** A message that was sent. An order gets each kind once. */
export type Message = Omit<NotificationRecord, 'sentAt'> & { detail: string | null; sentAt: Date };

export function write(request: SendRequest, newId: () => string, now: Date): Message {
  if (!Email.safeParse(request.recipient).success) {
    throw new Refusal('INVALID_RECIPIENT', 'The recipient is not an e-mail address');
  }
  return { ...request, notificationId: newId(), status: 'SENT', sentAt: now };
}
