import type { Address } from '@waybill/contracts/words';
import { bigserial, boolean, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { chaosSchema } from '../../calls/tables.ts';
import type { Happening, Shipment } from '../domain/rules.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const shipments = chaosSchema.table('shipments', {
  orderId: text('order_id').primaryKey(),
  shipmentId: text('shipment_id').unique(),
  stage: text().$type<Shipment['stage']>().notNull(),
  lines: jsonb().$type<Shipment['lines']>().notNull(),
  labelId: text('label_id').unique(),
  carrier: text(),
  trackingNumber: text('tracking_number'),
  address: jsonb().$type<Address>(),
  labelStartedAt: moment('label_started_at'),
  labelReadyAt: moment('label_ready_at'),
  labelVoidedAt: moment('label_voided_at'),
  labelClosed: boolean('label_closed').notNull(),
  version: integer().notNull(),
});

/** Everything that happened to a shipment, once, for the audit. */
export const shipmentEvents = chaosSchema.table('shipment_events', {
  seq: bigserial({ mode: 'number' }).primaryKey(),
  orderId: text('order_id').notNull(),
  happening: text().$type<Happening>().notNull(),
  at: moment('at').notNull().defaultNow(),
});
