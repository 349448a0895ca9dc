import { GivenNote } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { commandFields, sendCommand } from './command.ts';
import { OrderStepName } from './enums.ts';
import { NothingToDo, OrderClosed, OrderNotFound, VerdictPending, WorkflowLost } from './errors.ts';
import { createPayload } from './payload.ts';

// Interventions in an order that makes no progress: for operators.

const errors = [
  InvalidInput,
  IdempotencyConflict,
  OrderNotFound,
  OrderClosed,
  NothingToDo,
  VerdictPending,
  WorkflowLost,
];

const RetryOrderNowInput = builder.inputType('RetryOrderNowInput', {
  description: 'Input of `retryOrderNow`.',
  fields: (t) => ({
    ...commandFields(t),
    step: t.field({
      type: OrderStepName,
      description: 'The step that runs or is being compensated; defaults to the current one.',
    }),
  }),
});

builder.mutationField('retryOrderNow', (t) =>
  t.field({
    type: createPayload('RetryOrderNowPayload', 'Result of a successful `retryOrderNow`.'),
    description:
      'Triggers the next attempt of the running step or compensation immediately, without waiting for its back-off. Counts as one of its attempts. Operators only.',
    errors: {
      types: errors,
      union: { name: 'RetryOrderNowResult', description: 'Result of `retryOrderNow`.' },
    },
    args: { input: t.arg({ type: RetryOrderNowInput, required: true, description: 'The order, and what to retry.' }) },
    authScopes: { operator: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, () => ({ name: 'retryNow', step: input.step ?? null })),
  }),
);

const GiveUpOrderStepInput = builder.inputType('GiveUpOrderStepInput', {
  description: 'Input of `giveUpOrderStep`.',
  fields: (t) => ({
    ...commandFields(t),
    step: t.field({ type: OrderStepName, required: true, description: 'The running step to give up.' }),
    reason: t.string({ required: true, description: 'Reason shown to the customer, up to 500 characters.' }),
  }),
});

builder.mutationField('giveUpOrderStep', (t) =>
  t.field({
    type: createPayload('GiveUpOrderStepPayload', 'Result of a successful `giveUpOrderStep`.'),
    description:
      'Gives up a failing step: the order is compensated and fails with `STEP_GIVEN_UP`. If the notification of a shipped order is given up, the order stays shipped. Operators only.',
    errors: {
      types: errors,
      union: { name: 'GiveUpOrderStepResult', description: 'Result of `giveUpOrderStep`.' },
    },
    args: { input: t.arg({ type: GiveUpOrderStepInput, required: true, description: 'The order and the step.' }) },
    authScopes: { operator: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'giveUpStep',
        step: input.step,
        reason: validation.parse(['reason'], GivenNote, input.reason),
      })),
  }),
);

const SettleCompensationInput = builder.inputType('SettleCompensationInput', {
  description: 'Input of `settleCompensation`.',
  fields: (t) => ({
    ...commandFields(t),
    undoes: t.field({ type: OrderStepName, required: true, description: 'The step that is being compensated.' }),
    note: t.string({ required: true, description: 'What was done, and where; up to 500 characters.' }),
  }),
});

builder.mutationField('settleCompensation', (t) =>
  t.field({
    type: createPayload('SettleCompensationPayload', 'Result of a successful `settleCompensation`.'),
    description:
      'Declares a failing compensation done that was carried out by hand elsewhere. The remaining compensations continue. Operators only.',
    errors: {
      types: errors,
      union: { name: 'SettleCompensationResult', description: 'Result of `settleCompensation`.' },
    },
    args: {
      input: t.arg({ type: SettleCompensationInput, required: true, description: 'The order and the compensation.' }),
    },
    authScopes: { operator: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'settleCompensation',
        step: input.undoes,
        note: validation.parse(['note'], GivenNote, input.note),
      })),
  }),
);
