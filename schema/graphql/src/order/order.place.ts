import { builder } from '../builder.ts';
import { calls, callsToCommand } from '../call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { PlaceOrderInput } from './inputs.ts';
import { parseOrder } from './parse-order.ts';
import { createPayload } from './payload.ts';

// How to make one.

const PlaceOrderPayload = createPayload('PlaceOrderPayload', 'Result of a successful `placeOrder`.');

builder.mutationField('placeOrder', (t) =>
  t.field({
    type: PlaceOrderPayload,
    description: 'Places an order. A retry with the same id or idempotency key returns the same order.',
    errors: {
      types: [InvalidInput, IdempotencyConflict],
      union: { name: 'PlaceOrderResult', description: 'Result of `placeOrder`.' },
    },
    args: { input: t.arg({ type: PlaceOrderInput, required: true, description: 'The new order.' }) },
    complexity: calls(callsToCommand),
    authScopes: (_, { input }) => ({ ordersFor: input.customerId }),
    resolve: async (_, { input }, context) => {
      const products = await context.catalogue.products();
      const order = parseOrder(input, { viewer: viewerOf(context), products, itemsAtMost: context.limits.items });
      return { order: await context.orders.place(order) };
    },
  }),
);
