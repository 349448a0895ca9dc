import { GivenNote } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { commandFields, sendCommand } from './command.ts';
import { OrderClosed, OrderNotAwaitingApproval, OrderNotFound, VerdictPending, WorkflowLost } from './errors.ts';
import { createPayload } from './payload.ts';

// How to approve or reject one: for managers and operators.

const errors = [
  InvalidInput,
  IdempotencyConflict,
  OrderNotFound,
  OrderNotAwaitingApproval,
  OrderClosed,
  VerdictPending,
  WorkflowLost,
];

const ApproveOrderInput = builder.inputType('ApproveOrderInput', {
  description: 'Input of `approveOrder`.',
  fields: (t) => ({
    ...commandFields(t),
    note: t.string({ description: 'Text for the journal, up to 500 characters.' }),
  }),
});

builder.mutationField('approveOrder', (t) =>
  t.field({
    type: createPayload('ApproveOrderPayload', 'Result of a successful `approveOrder`.'),
    description: 'Approves an order that awaits approval. Managers and operators only.',
    errors: {
      types: errors,
      union: { name: 'ApproveOrderResult', description: 'Result of `approveOrder`.' },
    },
    args: { input: t.arg({ type: ApproveOrderInput, required: true, description: 'The order and the reason.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'approve',
        note: validation.parse(['note'], GivenNote.nullable(), input.note ?? null),
      })),
  }),
);

const RejectOrderInput = builder.inputType('RejectOrderInput', {
  description: 'Input of `rejectOrder`.',
  fields: (t) => ({
    ...commandFields(t),
    reason: t.string({ required: true, description: 'Reason shown to the customer, up to 500 characters.' }),
  }),
});

builder.mutationField('rejectOrder', (t) =>
  t.field({
    type: createPayload('RejectOrderPayload', 'Result of a successful `rejectOrder`; completed steps are compensated.'),
    description: 'Rejects an order that awaits approval. Managers and operators only.',
    errors: {
      types: errors,
      union: { name: 'RejectOrderResult', description: 'Result of `rejectOrder`.' },
    },
    args: { input: t.arg({ type: RejectOrderInput, required: true, description: 'The order and the reason.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'reject',
        reason: validation.parse(['reason'], GivenNote, input.reason),
      })),
  }),
);
