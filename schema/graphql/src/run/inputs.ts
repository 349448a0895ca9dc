import { limits } from '@waybill/contracts';
import { builder, type SchemaTypes } from '../builder/builder.ts';
import { FulfillmentPlan } from '../order/enums.ts';
import { AddressInput, OrderItemInput } from '../order/inputs.ts';
import { RunStrategy } from './enums.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

const startFields = (t: Fields, prefix: 'RUN-' | 'STO-', characters: number) => ({
  runId: t.id({
    description: `Id chosen by the caller: "${prefix}" and 1 to ${characters} letters, digits, dots, dashes or underscores. Defaults to "${prefix}" and a ULID.`,
  }),
  idempotencyKey: t.string({
    description: `1 to ${limits.idempotencyKey} characters, scoped to the caller. A retry with the same key and input returns the same run. Equivalent to the header Idempotency-Key.`,
  }),
});

export const StartUserContextInput = builder.inputType('StartUserContextInput', {
  description: 'Input of `startUserContext`.',
  fields: (t) => ({
    ...startFields(t, 'RUN-', 80),
    userId: t.id({ description: 'Id of the user; defaults to the viewer. Customers may give only their own id.' }),
    strategy: t.field({ type: RunStrategy, defaultValue: 'PARALLEL', description: 'Order of the parts.' }),
  }),
});

export const StartPaymentInput = builder.inputType('StartPaymentInput', {
  description: 'Input of `startPayment`.',
  fields: (t) => ({
    ...startFields(t, 'RUN-', 80),
    orderId: t.id({
      required: true,
      description: 'Id of the order that is paid; it need not be an order of this system.',
    }),
    customerId: t.id({ required: true, description: 'The customer who pays; customers may give only their own id.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'Amount, greater than zero.' }),
    currencyCode: t.field({ type: 'CurrencyCode', defaultValue: 'USD', description: 'Currency of the amount.' }),
    cancellableFor: t.field({
      type: 'Duration',
      description: 'Time after the capture for which the run stays open and can be cancelled, which refunds it.',
    }),
  }),
});

export const GreetInput = builder.inputType('GreetInput', {
  description: 'Input of `greet`.',
  fields: (t) => ({
    ...startFields(t, 'RUN-', 80),
    name: t.string({ required: true, description: 'Name to greet: one line of up to 200 characters.' }),
  }),
});

const StandingOrderTemplateInput = builder.inputType('StandingOrderTemplateInput', {
  description: 'The order that is placed each period.',
  fields: (t) => ({
    customerId: t.id({ required: true, description: 'The customer who orders; customers may give only their own id.' }),
    customerEmail: t.string({ required: true, description: 'E-mail address for the notifications.' }),
    items: t.field({ type: [OrderItemInput], required: true, description: `1 to ${limits.items} lines.` }),
    currencyCode: t.field({ type: 'CurrencyCode', defaultValue: 'USD', description: 'Currency of all prices.' }),
    shippingAddress: t.field({ type: AddressInput, required: true, description: 'Shipping address.' }),
    requiresApproval: t.boolean({ defaultValue: false, description: 'Whether a manager must approve each order.' }),
    approvalTimeout: t.field({
      type: 'Duration',
      description: 'Time allowed for each approval, after which the order expires: defaults to PT2M, at most 30 days.',
    }),
    autoApproveAfter: t.field({
      type: 'Duration',
      description: 'Approves each order automatically after this time, at most 30 days; never if omitted.',
    }),
    plan: t.field({
      type: FulfillmentPlan,
      defaultValue: 'AUTHORIZE_FIRST',
      description: 'Order in which the steps run.',
    }),
  }),
});

export const StartStandingOrderInput = builder.inputType('StartStandingOrderInput', {
  description: 'Input of `startStandingOrder`.',
  fields: (t) => ({
    ...startFields(t, 'STO-', 48),
    every: t.field({
      type: 'Duration',
      required: true,
      description: 'Elapsed time between two periods: PT1M to P365D, without months or years.',
    }),
    firstAt: t.field({ type: 'DateTime', description: 'Time of the first period, not in the past; defaults to now.' }),
    times: t.int({ description: 'Number of placements, 1 to 100,000, after which it ends; no end if omitted.' }),
    order: t.field({ type: StandingOrderTemplateInput, required: true, description: 'The order that is placed.' }),
  }),
});

export const commandFields = (t: Fields, id: string) => ({
  id: t.id({ required: true, description: id }),
  commandId: t.id({
    description:
      'Idempotency key of the command, 1 to 64 letters, digits, dots, dashes, underscores or colons, of which the first is a letter or digit: a retry with the same id has no further effect. Equivalent to the header Idempotency-Key. Generated if omitted.',
  }),
});
