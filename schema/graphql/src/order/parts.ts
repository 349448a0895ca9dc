import { lineTotal } from '@waybill/contracts';
import type * as words from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import type { StepNow } from './now.ts';
import { OrderStepName, PaymentStatus, StepStatus } from './words.ts';

// What the parts of an order look like.

export const OrderItem = builder.objectRef<words.OrderItem>('OrderItem').implement({
  description: 'One line of an order.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'Which product.' }),
    name: t.exposeString('name', { nullable: true, description: 'What the catalogue called it when it was ordered.' }),
    quantity: t.exposeInt('quantity', { description: 'How many.' }),
    unitPrice: t.expose('unitPrice', { type: 'Money', description: 'What one costs.' }),
    lineTotal: t.field({
      type: 'Money',
      description: 'What the line costs.',
      resolve: (item) => ({ ...item.unitPrice, amountMinor: lineTotal(item) }),
    }),
  }),
});

export const Address = builder.objectRef<words.Address>('Address').implement({
  description: 'Where an order goes.',
  fields: (t) => ({
    street: t.exposeString('street', { description: 'Street and house number.' }),
    city: t.exposeString('city', { description: 'City or town.' }),
    state: t.exposeString('state', { nullable: true, description: 'State or province, where addresses have one.' }),
    zip: t.exposeString('zip', { description: 'Postal code; empty where the country has none.' }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2: "DE".' }),
  }),
});

const StepError = builder.objectRef<words.StepError>('StepError').implement({
  description: 'What went wrong, in the words of whoever refused or failed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: "OUT_OF_STOCK".' }),
    message: t.exposeString('message', { description: 'For people.' }),
  }),
});

export const OrderStep = builder.objectRef<StepNow>('OrderStep').implement({
  description: 'One step of an order, and how it stands.',
  fields: (t) => ({
    name: t.expose('name', { type: OrderStepName, description: 'Which step.' }),
    status: t.expose('status', { type: StepStatus, description: 'How it stands.' }),
    attempt: t.exposeInt('attempt', { description: 'Which try this is; 0 before the first.' }),
    percent: t.exposeInt('percent', { nullable: true, description: 'Of this step alone, where it reports one.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it was first tried.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    detail: t.expose('detail', {
      type: 'JSON',
      nullable: true,
      description: 'What it brought: `authorizationId`, `approvedBy`, `trackingNumber` and the like.',
    }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Why it failed, or last failed.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried again, while it waits for that.',
    }),
  }),
});

export const Compensation = builder.objectRef<words.Compensation>('Compensation').implement({
  description: 'The undoing of one step.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What undoes it: "REFUND_PAYMENT".' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The step that it undoes.' }),
    status: t.expose('status', {
      type: StepStatus,
      description: 'COMPLETED: undone. SKIPPED: there was nothing to undo, and the door is closed now.',
    }),
    attempt: t.exposeInt('attempt', { description: 'Which try this is.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Why it last failed.' }),
  }),
});

export const OrderFailure = builder.objectRef<words.OrderFailure>('OrderFailure').implement({
  description: 'Why an order did not ship.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: "PAYMENT_DECLINED", "MANAGER_REJECTED", "CANCELLED".' }),
    message: t.exposeString('message', { description: 'For people, with the reason that was given.' }),
    step: t.expose('step', { type: OrderStepName, nullable: true, description: 'Where it ended.' }),
  }),
});

export const Payment = builder.objectRef<words.Payment>('Payment').implement({
  description: 'The money of an order.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What the payment provider calls it.' }),
    status: t.expose('status', { type: PaymentStatus, description: 'How it stands.' }),
    authorized: t.expose('authorized', { type: 'Money', nullable: true, description: 'What was held.' }),
    captured: t.expose('captured', { type: 'Money', nullable: true, description: 'What was charged.' }),
    refunded: t.expose('refunded', { type: 'Money', nullable: true, description: 'What was given back.' }),
  }),
});

export type ShipmentNow = words.Shipment & { labelPercent: number | null };

export const Shipment = builder.objectRef<ShipmentNow>('Shipment').implement({
  description: 'The package of an order.',
  fields: (t) => ({
    trackingNumber: t.exposeString('trackingNumber', { nullable: true, description: 'From the label on.' }),
    carrier: t.exposeString('carrier', { nullable: true, description: 'Who carries it.' }),
    labelPercent: t.exposeInt('labelPercent', { nullable: true, description: 'How far the label is, 0 to 100.' }),
    status: t.exposeString('status', {
      description: 'PREPARING, PREPARED, LABELING, LABELED, DISPATCHED or CANCELLED.',
    }),
  }),
});

export const OrderLinks = builder.objectRef<{ temporalUi?: string }>('OrderLinks').implement({
  description: 'Where an operator can look further.',
  fields: (t) => ({
    temporalUi: t.exposeString('temporalUi', {
      nullable: true,
      description: "The order's workflow in Temporal's own UI.",
    }),
  }),
});
