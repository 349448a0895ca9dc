import { bigserial, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { chaosSchema } from '../../calls/tables.ts';
import type { Message } from '../domain/rules.ts';

export const messages = chaosSchema.table(
  'messages',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    notificationId: text('notification_id').unique().notNull(),
    orderId: text('order_id').notNull(),
    kind: text().$type<Message['kind']>().notNull(),
    recipient: text().notNull(),
    detail: text(),
    status: text().$type<Message['status']>().notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.orderId, table.kind)],
);
