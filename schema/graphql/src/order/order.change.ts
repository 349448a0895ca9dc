import { Address } from '@waybill/contracts';
import { builder, type Context } from '../builder.ts';
import type { Inspection } from '../error/inspection.ts';
import { calls, callsToCommand } from '../price.ts';
import { viewerOf } from '../viewer/viewer.ts';
import type { CommandContent, OrderSnapshot } from './desk.ts';
import {
  AddressLocked,
  AlreadyShipped,
  IdempotencyConflict,
  InvalidInput,
  OrderClosed,
  OrderNotAwaitingApproval,
  OrderNotFound,
  PaymentRefused,
  VerdictPending,
  WorkflowLost,
} from './errors.ts';
import { AddressInput, addressOf, OrderItemInput } from './inputs.ts';
import { payload } from './payload.ts';
import { pricedItem } from './priced-item.ts';
import { addressed, Note, tell } from './tell.ts';

// How to change one on its way, or call it off: for its customer, managers and operators.

const noes = [InvalidInput, IdempotencyConflict, OrderNotFound, OrderClosed, VerdictPending, WorkflowLost];

const CancelOrderInput = builder.inputType('CancelOrderInput', {
  description: 'The calling off of an order.',
  fields: (t) => ({
    ...addressed(t),
    reason: t.string({ required: true, description: 'For the journal: up to 500 characters.' }),
  }),
});

builder.mutationField('cancelOrder', (t) =>
  t.field({
    type: payload('CancelOrderPayload', 'The order is called off; what was done is undone.'),
    description: 'Calls an order off, at any time before the carrier has it.',
    errors: {
      types: [...noes, AlreadyShipped],
      union: { name: 'CancelOrderResult', description: 'What `cancelOrder` answers.' },
    },
    args: { input: t.arg({ type: CancelOrderInput, required: true, description: 'Which order, and why.' }) },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      tell(input, context, (door) => ({ name: 'cancel', reason: door.take(['reason'], Note, input.reason) })),
  }),
);

const AddOrderItemInput = builder.inputType('AddOrderItemInput', {
  description: 'One more line for an order.',
  fields: (t) => ({
    ...addressed(t),
    item: t.field({ type: OrderItemInput, required: true, description: "The line, in the order's currency." }),
  }),
});

builder.mutationField('addOrderItem', (t) =>
  t.field({
    type: payload('AddOrderItemPayload', 'The line is in the order, and the money for it is held.'),
    description: 'Adds a line to an order that awaits approval.',
    errors: {
      types: [...noes, OrderNotAwaitingApproval, PaymentRefused],
      union: { name: 'AddOrderItemResult', description: 'What `addOrderItem` answers.' },
    },
    args: { input: t.arg({ type: AddOrderItemInput, required: true, description: 'Which order, and what.' }) },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      tell(input, context, (door, order) => addition(input.item, order, context, door)),
  }),
);

async function addition(
  item: typeof OrderItemInput.$inferInput,
  { total }: OrderSnapshot,
  context: Context,
  door: Inspection,
): Promise<CommandContent> {
  const products = await context.catalogue.products();
  const rule = { products, viewer: viewerOf(context), currencyCode: total.currencyCode };
  return { name: 'addItem', item: pricedItem(item, rule, ['item'], door) };
}

const ChangeShippingAddressInput = builder.inputType('ChangeShippingAddressInput', {
  description: 'Another address for an order.',
  fields: (t) => ({
    ...addressed(t),
    address: t.field({ type: AddressInput, required: true, description: 'Where it goes from now on.' }),
  }),
});

builder.mutationField('changeShippingAddress', (t) =>
  t.field({
    type: payload('ChangeShippingAddressPayload', 'The order goes to the new address.'),
    description: 'Changes where an order goes, until its label is begun.',
    errors: {
      types: [...noes, AddressLocked],
      union: { name: 'ChangeShippingAddressResult', description: 'What `changeShippingAddress` answers.' },
    },
    args: {
      input: t.arg({ type: ChangeShippingAddressInput, required: true, description: 'Which order, and where to.' }),
    },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      tell(input, context, (door) => ({
        name: 'changeAddress',
        address: door.take(['address'], Address, addressOf(input.address)),
      })),
  }),
);
