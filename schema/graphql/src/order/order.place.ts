import { limits } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { IdempotencyConflict, InvalidInput } from './errors.ts';
import { AddressInput, OrderItemInput } from './inputs.ts';
import { parseOrder } from './new-order.ts';
import { payload } from './payload.ts';
import { FulfillmentPlan } from './words.ts';

// How to make one.

const PlaceOrderInput = builder.inputType('PlaceOrderInput', {
  description: 'An order, as a customer asks for it.',
  fields: (t) => ({
    orderId: t.id({
      description:
        'The shop\'s own id: 1 to 64 letters, digits, dots, dashes or underscores. "ORD-" and a ULID where not given; "RUN-" and "STO-" are reserved.',
    }),
    idempotencyKey: t.string({
      description: `1 to ${limits.idempotencyKey} characters, scoped to the caller: the same key and order again is the same order. The header Idempotency-Key says the same.`,
    }),
    customerId: t.id({ required: true, description: 'Whose order it is; for a customer, its own id.' }),
    customerEmail: t.string({ required: true, description: 'Where the notification goes.' }),
    items: t.field({ type: [OrderItemInput], required: true, description: `1 to ${limits.items} lines.` }),
    currencyCode: t.field({ type: 'CurrencyCode', defaultValue: 'USD', description: 'Of all its prices.' }),
    totalAmount: t.field({ type: 'Decimal', description: 'Checked against the items where given.' }),
    shippingAddress: t.field({ type: AddressInput, required: true, description: 'Where it goes.' }),
    requiresApproval: t.boolean({ defaultValue: false, description: 'Whether a person must say yes.' }),
    approvalTimeout: t.field({
      type: 'Duration',
      description: 'How long that person may take: PT2M where not given, 30 days at most.',
    }),
    autoApproveAfter: t.field({
      type: 'Duration',
      description: 'Approve without a person after this long, 30 days at most; never where not given.',
    }),
    plan: t.field({
      type: FulfillmentPlan,
      defaultValue: 'AUTHORIZE_FIRST',
      description: 'In which order the steps are taken.',
    }),
  }),
});
export type PlaceOrderInput = typeof PlaceOrderInput.$inferInput;

const PlaceOrderPayload = payload('PlaceOrderPayload', 'The order was accepted.');

builder.mutationField('placeOrder', (t) =>
  t.field({
    type: PlaceOrderPayload,
    description: 'Places an order. The same order again, under the same id or key, is the same order.',
    errors: {
      types: [InvalidInput, IdempotencyConflict],
      union: { name: 'PlaceOrderResult', description: 'What `placeOrder` answers.' },
    },
    args: { input: t.arg({ type: PlaceOrderInput, required: true, description: 'The order.' }) },
    authScopes: (_, { input }) => ({ ordersFor: input.customerId }),
    resolve: async (_, { input }, context) => ({
      order: await context.orders.place(parseOrder(input, viewerOf(context), await context.catalogue.products())),
    }),
  }),
);
