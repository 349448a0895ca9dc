import { GivenNote, priceItem } from '@waybill/contracts';
import { builder, type Context } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import type { Validation } from '../error/validation.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { commandFields, sendCommand } from './command.ts';
import {
  AlreadyShipped,
  OrderClosed,
  OrderNotAwaitingApproval,
  OrderNotFound,
  PaymentRefused,
  VerdictPending,
  WorkflowLost,
} from './errors.ts';
import { OrderItemInput } from './inputs.ts';
import { createPayload } from './payload.ts';
import type { CommandContent, OrderSnapshot } from './port.ts';

// How to change or cancel one: for its customer, managers and operators.

const errors = [InvalidInput, IdempotencyConflict, OrderNotFound, OrderClosed, VerdictPending, WorkflowLost];

const CancelOrderInput = builder.inputType('CancelOrderInput', {
  description: 'Input of `cancelOrder`.',
  fields: (t) => ({
    ...commandFields(t),
    reason: t.string({ required: true, description: 'Reason shown to the customer, up to 500 characters.' }),
  }),
});

builder.mutationField('cancelOrder', (t) =>
  t.field({
    type: createPayload('CancelOrderPayload', 'Result of a successful `cancelOrder`; completed steps are compensated.'),
    description: 'Cancels an order at any time before it is handed to the carrier.',
    errors: {
      types: [...errors, AlreadyShipped],
      union: { name: 'CancelOrderResult', description: 'Result of `cancelOrder`.' },
    },
    args: { input: t.arg({ type: CancelOrderInput, required: true, description: 'The order and the reason.' }) },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'cancel',
        reason: validation.parse(['reason'], GivenNote, input.reason),
      })),
  }),
);

const AddOrderItemInput = builder.inputType('AddOrderItemInput', {
  description: 'Input of `addOrderItem`.',
  fields: (t) => ({
    ...commandFields(t),
    item: t.field({ type: OrderItemInput, required: true, description: "The line to add, in the order's currency." }),
  }),
});

builder.mutationField('addOrderItem', (t) =>
  t.field({
    type: createPayload(
      'AddOrderItemPayload',
      'Result of a successful `addOrderItem`; the payment covers the new total.',
    ),
    description: 'Adds a line to an order that awaits approval.',
    errors: {
      types: [...errors, OrderNotAwaitingApproval, PaymentRefused],
      union: { name: 'AddOrderItemResult', description: 'Result of `addOrderItem`.' },
    },
    args: { input: t.arg({ type: AddOrderItemInput, required: true, description: 'The order and the line to add.' }) },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation, order) => addition(input.item, order, context, validation)),
  }),
);

async function addition(
  item: typeof OrderItemInput.$inferInput,
  { total }: OrderSnapshot,
  context: Context,
  validation: Validation,
): Promise<CommandContent> {
  const products = await context.catalogue.products();
  const rule = { products, byStaff: isStaff(viewerOf(context)), currencyCode: total.currencyCode };
  return { name: 'addItem', item: priceItem(item, rule, ['item'], validation) };
}
