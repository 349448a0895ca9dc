import { Address } from '@waybill/contracts';
import { builder, type Context } from '../builder.ts';
import { calls, callsToCommand } from '../call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import type { Validation } from '../error/validation.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { commandFields, Note, sendCommand } from './command.ts';
import {
  AddressLocked,
  AlreadyShipped,
  OrderClosed,
  OrderNotAwaitingApproval,
  OrderNotFound,
  PaymentRefused,
  VerdictPending,
  WorkflowLost,
} from './errors.ts';
import { AddressInput, addressOf, OrderItemInput } from './inputs.ts';
import { createPayload } from './payload.ts';
import type { CommandContent, OrderSnapshot } from './port.ts';
import { priceItem } from './price-item.ts';

// How to change one on its way, or call it off: for its customer, managers and operators.

const errors = [InvalidInput, IdempotencyConflict, OrderNotFound, OrderClosed, VerdictPending, WorkflowLost];

const CancelOrderInput = builder.inputType('CancelOrderInput', {
  description: 'The calling off of an order.',
  fields: (t) => ({
    ...commandFields(t),
    reason: t.string({ required: true, description: 'For the journal: up to 500 characters.' }),
  }),
});

builder.mutationField('cancelOrder', (t) =>
  t.field({
    type: createPayload('CancelOrderPayload', 'The order is called off; what was done is undone.'),
    description: 'Calls an order off, at any time before the carrier has it.',
    errors: {
      types: [...errors, AlreadyShipped],
      union: { name: 'CancelOrderResult', description: 'What `cancelOrder` answers.' },
    },
    args: { input: t.arg({ type: CancelOrderInput, required: true, description: 'Which order, and why.' }) },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'cancel',
        reason: validation.parse(['reason'], Note, input.reason),
      })),
  }),
);

const AddOrderItemInput = builder.inputType('AddOrderItemInput', {
  description: 'One more line for an order.',
  fields: (t) => ({
    ...commandFields(t),
    item: t.field({ type: OrderItemInput, required: true, description: "The line, in the order's currency." }),
  }),
});

builder.mutationField('addOrderItem', (t) =>
  t.field({
    type: createPayload('AddOrderItemPayload', 'The line is in the order, and the money for it is held.'),
    description: 'Adds a line to an order that awaits approval.',
    errors: {
      types: [...errors, OrderNotAwaitingApproval, PaymentRefused],
      union: { name: 'AddOrderItemResult', description: 'What `addOrderItem` answers.' },
    },
    args: { input: t.arg({ type: AddOrderItemInput, required: true, description: 'Which order, and what.' }) },
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
  const rule = { products, viewer: viewerOf(context), currencyCode: total.currencyCode };
  return { name: 'addItem', item: priceItem(item, rule, ['item'], validation) };
}

const ChangeShippingAddressInput = builder.inputType('ChangeShippingAddressInput', {
  description: 'Another address for an order.',
  fields: (t) => ({
    ...commandFields(t),
    address: t.field({ type: AddressInput, required: true, description: 'Where it goes from now on.' }),
  }),
});

builder.mutationField('changeShippingAddress', (t) =>
  t.field({
    type: createPayload('ChangeShippingAddressPayload', 'The order goes to the new address.'),
    description: 'Changes where an order goes, until its label is begun.',
    errors: {
      types: [...errors, AddressLocked],
      union: { name: 'ChangeShippingAddressResult', description: 'What `changeShippingAddress` answers.' },
    },
    args: {
      input: t.arg({ type: ChangeShippingAddressInput, required: true, description: 'Which order, and where to.' }),
    },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'changeAddress',
        address: validation.parse(['address'], Address, addressOf(input.address)),
      })),
  }),
);
