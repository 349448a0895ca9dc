import { builder } from '../builder.ts';
import { calls, callsToCommand } from '../call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { PlaceOrderInput } from './inputs.ts';
import { parseOrder } from './parse-order.ts';
import { createPayload } from './payload.ts';

// How to make one.

const PlaceOrderPayload = createPayload('PlaceOrderPayload', 'The order was accepted.');

builder.mutationField('placeOrder', (t) =>
  t.field({
    type: PlaceOrderPayload,
    description: 'Places an order. The same order again, under the same id or key, is the same order.',
    errors: {
      types: [InvalidInput, IdempotencyConflict],
      union: { name: 'PlaceOrderResult', description: 'What `placeOrder` answers.' },
    },
    args: { input: t.arg({ type: PlaceOrderInput, required: true, description: 'The order.' }) },
    complexity: calls(callsToCommand),
    authScopes: (_, { input }) => ({ ordersFor: input.customerId }),
    resolve: async (_, { input }, context) => {
      const products = await context.catalogue.products();
      const order = parseOrder(input, { viewer: viewerOf(context), products, itemsAtMost: context.limits.items });
      return { order: await context.orders.place(order) };
    },
  }),
);
