import type {
  Attention,
  OrderEventType,
  OrderState,
  OrderStatus,
  OrderStepName,
  PaymentStatus,
} from '@waybill/contracts/domain';
import { bigint, boolean, jsonb, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

// What the queries need to know of the tables, which the migrations create.

const schema = pgSchema('order_book');

const whole = (name: string) => bigint(name, { mode: 'number' });
const moment = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' });

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
  revision: whole('revision').notNull(),
  journalSeq: whole('journal_seq').notNull().default(0),
  attention: text('attention').$type<Attention>(),
  fingerprint: text('fingerprint').notNull(),
  epoch: whole('epoch').notNull().default(0),
  keyId: text('key_id'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  closedAt: moment('closed_at'),
  writtenAt: moment('written_at').notNull(),
});

export const payments = schema.table('payments', {
  paymentId: text('payment_id').primaryKey(),
  orderId: text('order_id').notNull(),
  status: text('status').$type<PaymentStatus>().notNull(),
  currencyCode: text('currency_code').notNull(),
  amountMinor: whole('amount_minor').notNull(),
  capturedMinor: whole('captured_minor'),
  refundedMinor: whole('refunded_minor'),
  writtenAt: moment('written_at').notNull(),
});

export const events = schema.table(
  'events',
  {
    orderId: text('order_id').notNull(),
    seq: whole('seq').notNull(),
    type: text('type').$type<OrderEventType>().notNull(),
    step: text('step').$type<OrderStepName>(),
    payload: jsonb('payload').$type<Record<string, unknown>>(),
    at: moment('at').notNull(),
    actor: text('actor'),
    firm: boolean('firm').notNull(),
  },
  ({ orderId, seq }) => [primaryKey({ columns: [orderId, seq] })],
);

export const changes = schema.table('changes', {
  number: whole('number').primaryKey(),
  orderId: text('order_id').notNull(),
  previousStatus: text('previous_status').$type<OrderStatus>(),
  previousTotalMinor: whole('previous_total_minor'),
  previousCurrencyCode: text('previous_currency_code'),
  previousAttention: text('previous_attention').$type<Attention>(),
});

export const changeCounter = schema.table('change_counter', {
  one: boolean('one').primaryKey().default(true),
  last: whole('last').notNull(),
});
