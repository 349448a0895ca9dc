import type { Attention, OrderHealth, OrderState, OrderStatus, PaymentStatus } from '@waybill/contracts/domain';
import { sql } from 'drizzle-orm';
import { boolean, customType, jsonb, text } from 'drizzle-orm/pg-core';
import { counterTable, journalTable, moment, schema, standing, whole } from './table-parts.ts';

/** The fields of a state that have no column of their own. */
export type Rest = Omit<
  OrderState,
  | 'orderId'
  | 'customerId'
  | 'status'
  | 'items'
  | 'shippingAddress'
  | 'total'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'
  | 'closedAt'
>;

export const orders = schema.table('orders', {
  orderId: text('order_id').primaryKey(),
  customerId: text('customer_id').notNull(),
  status: text('status').$type<OrderStatus>().notNull(),
  items: jsonb('items').$type<OrderState['items']>().notNull(),
  shippingAddress: jsonb('shipping_address').$type<OrderState['shippingAddress']>().notNull(),
  totalMinor: whole('total_minor').notNull(),
  currencyCode: text('currency_code').notNull(),
  rest: jsonb('rest').$type<Rest>().notNull(),
  ...standing(),
  createdAt: moment('created_at').notNull(),
  // The database derives these from the rest of the row.
  waitingSince: text('waiting_since').generatedAlwaysAs(sql``),
  plan: text('plan').generatedAlwaysAs(sql``),
  health: text('health').$type<OrderHealth>().notNull().generatedAlwaysAs(sql``),
  queueKey: text('queue_key').notNull().generatedAlwaysAs(sql``),
});

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const orderCounts = schema.table('order_counts', {
  scope: bytes('scope').notNull(),
  status: text('status').$type<OrderStatus>().notNull(),
  attention: text('attention').$type<Attention | ''>().notNull(),
  count: whole('count').notNull(),
});

/** How many closed orders there are in each range of times and of totals. */
export const orderRollups = schema.table('order_rollups', {
  axis: text('axis').notNull(),
  scope: bytes('scope').notNull(),
  width: whole('width').notNull(),
  bucket: whole('bucket').notNull(),
  status: text('status').$type<OrderStatus>().notNull(),
  attention: text('attention').$type<Attention | ''>().notNull(),
  health: text('health').$type<OrderHealth>().notNull(),
  currencyCode: text('currency_code').notNull(),
  plan: text('plan').notNull(),
  count: whole('count').notNull(),
});

export const payments = schema.table('payments', {
  paymentId: text('payment_id').primaryKey(),
  orderId: text('order_id'),
  runId: text('run_id'),
  status: text('status').$type<PaymentStatus>().notNull(),
  currencyCode: text('currency_code').notNull(),
  amountMinor: whole('amount_minor').notNull(),
  capturedMinor: whole('captured_minor'),
  refundedMinor: whole('refunded_minor'),
  writtenAt: moment('written_at').notNull(),
});

export const paymentReferences = schema.table('payment_references', {
  reference: text('reference').primaryKey(),
  orderId: text('order_id').notNull(),
  recorded: boolean('recorded').notNull(),
  claimedAt: moment('claimed_at').notNull(),
  fingerprint: text('fingerprint'),
});

export const events = journalTable('events', 'order_id');

export const changes = schema.table('changes', {
  number: whole('number').primaryKey(),
  id: text('order_id').notNull(),
  previousStatus: text('previous_status').$type<OrderStatus>(),
  previousTotalMinor: whole('previous_total_minor'),
  previousCurrencyCode: text('previous_currency_code'),
  previousAttention: text('previous_attention').$type<Attention>(),
  previousHealth: text('previous_health').$type<OrderHealth>(),
});

export const changeCounter = counterTable('change_counter');
