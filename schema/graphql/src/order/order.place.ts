import { parseOrder } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { PlaceOrderInput } from './inputs.ts';
import { createPayload } from './payload.ts';
import type { PlacedSnapshot } from './port.ts';

// How to place one.

const PlaceOrderPayload = createPayload<PlacedSnapshot>('PlaceOrderPayload', 'Result of a successful `placeOrder`.');

builder.objectField(PlaceOrderPayload, 'placed', (t) =>
  t.exposeBoolean('placed', {
    description: 'Whether this request placed the order; false if an earlier one with the same content did.',
  }),
);

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
      const rules = { byStaff: isStaff(viewerOf(context)), products, itemsAtMost: context.limits.items };
      const validation = createValidation();
      const order = validation.validated(parseOrder(input, rules, validation));
      return context.orders.place(order);
    },
  }),
);
