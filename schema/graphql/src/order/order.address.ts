import { addressOf, GivenAddress } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import type { Validation } from '../error/validation.ts';
import { withoutNulls } from '../error/without-nulls.ts';
import { commandFields, sendCommand } from './command.ts';
import { AddressLocked, OrderClosed, OrderNotFound, VerdictPending, WorkflowLost } from './errors.ts';
import { AddressInput } from './inputs.ts';
import { createPayload } from './payload.ts';
import type { CommandContent, OrderSnapshot } from './port.ts';

// How to change the address of one: for its customer, managers and operators.

const errors = [InvalidInput, IdempotencyConflict, OrderNotFound, OrderClosed, VerdictPending, WorkflowLost];

const ChangeShippingAddressInput = builder.inputType('ChangeShippingAddressInput', {
  description: 'Input of `changeShippingAddress`.',
  fields: (t) => ({
    ...commandFields(t),
    address: t.field({ type: AddressInput, required: true, description: 'The new shipping address.' }),
  }),
});

builder.mutationField('changeShippingAddress', (t) =>
  t.field({
    type: createPayload('ChangeShippingAddressPayload', 'Result of a successful `changeShippingAddress`.'),
    description: 'Changes the shipping address of an order, until the creation of its label starts.',
    errors: {
      types: [...errors, AddressLocked],
      union: { name: 'ChangeShippingAddressResult', description: 'Result of `changeShippingAddress`.' },
    },
    args: {
      input: t.arg({ type: ChangeShippingAddressInput, required: true, description: 'The order and the new address.' }),
    },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'changeAddress',
        address: validation.parse(['address'], GivenAddress, addressOf(input.address)),
      })),
  }),
);

const AddressChangesInput = builder.inputType('AddressChangesInput', {
  description: 'Changes to a shipping address; omitted fields keep their values.',
  fields: (t) => ({
    street: t.string({ description: 'Street and house number.' }),
    city: t.string({ description: 'City or town.' }),
    state: t.string({ description: 'State or province; empty to remove it.' }),
    zip: t.string({ description: 'Postal code; empty to remove it, if the country does not use them.' }),
    country: t.string({ description: 'ISO 3166-1 alpha-2 code, for example "DE".' }),
  }),
});

const UpdateShippingAddressInput = builder.inputType('UpdateShippingAddressInput', {
  description: 'Input of `updateShippingAddress`.',
  fields: (t) => ({
    ...commandFields(t),
    address: t.field({ type: AddressChangesInput, required: true, description: 'The changes; at least one field.' }),
  }),
});

builder.mutationField('updateShippingAddress', (t) =>
  t.field({
    type: createPayload('UpdateShippingAddressPayload', 'Result of a successful `updateShippingAddress`.'),
    description:
      'Changes some fields of the shipping address of an order, under the same conditions as `changeShippingAddress`. Refused if the address changes meanwhile.',
    errors: {
      types: [...errors, AddressLocked],
      union: { name: 'UpdateShippingAddressResult', description: 'Result of `updateShippingAddress`.' },
    },
    args: {
      input: t.arg({ type: UpdateShippingAddressInput, required: true, description: 'The order and the changes.' }),
    },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation, order) => partOf(input.address, order, validation)),
  }),
);

/** Validates the resulting address, because its fields depend on each other. */
function partOf(
  input: typeof AddressChangesInput.$inferInput,
  { shippingAddress }: OrderSnapshot,
  validation: Validation,
): CommandContent {
  const changed = withoutNulls(input);
  const names = Object.keys(changed);
  if (names.length === 0) validation.refuse(['address'], 'must change at least one field');
  const whole = validation.parse(['address'], GivenAddress, addressOf({ ...shippingAddress, ...changed }));
  const changes = Object.fromEntries(names.map((name) => [name, whole?.[name as keyof typeof whole]]));
  return { name: 'changeAddress', changes };
}
