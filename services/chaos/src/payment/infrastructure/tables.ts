import type { PaymentStatus } from '@waybill/contracts/words';
import { bigint, bigserial, boolean, integer, text, timestamp } from 'drizzle-orm/pg-core';
import { chaosSchema } from '../../calls/tables.ts';
import type { Entry } from '../domain/rules.ts';

export const payments = chaosSchema.table('payments', {
  orderId: text('order_id').primaryKey(),
  authorizationId: text('authorization_id').unique(),
  status: text().$type<PaymentStatus>().notNull(),
  currencyCode: text('currency_code'),
  authorizedMinor: bigint('authorized_minor', { mode: 'number' }),
  capturedMinor: bigint('captured_minor', { mode: 'number' }),
  refundedMinor: bigint('refunded_minor', { mode: 'number' }),
  change: integer().notNull(),
  undone: boolean().notNull(),
  version: integer().notNull(),
});

/** Every effect on a payment, once, for the audit. */
export const paymentEntries = chaosSchema.table('payment_entries', {
  seq: bigserial({ mode: 'number' }).primaryKey(),
  orderId: text('order_id').notNull(),
  kind: text().$type<Entry['kind']>().notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }),
  currencyCode: text('currency_code'),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
