import { builder } from '../builder.ts';
import { calls, callsToCommand } from '../call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { commandFields, Note, sendCommand } from './command.ts';
import { OrderClosed, OrderNotAwaitingApproval, OrderNotFound, VerdictPending, WorkflowLost } from './errors.ts';
import { createPayload } from './payload.ts';

// How to decide about one that awaits approval: for managers and operators.

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
  description: 'A yes to an order.',
  fields: (t) => ({ ...commandFields(t), note: t.string({ description: 'For the journal: up to 500 characters.' }) }),
});

builder.mutationField('approveOrder', (t) =>
  t.field({
    type: createPayload('ApproveOrderPayload', 'The order took the yes.'),
    description: 'Says yes to an order that awaits approval. For managers and operators.',
    errors: {
      types: errors,
      union: { name: 'ApproveOrderResult', description: 'What `approveOrder` answers.' },
    },
    args: { input: t.arg({ type: ApproveOrderInput, required: true, description: 'Which order, and why.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'approve',
        note: validation.parse(['note'], Note.nullable(), input.note ?? null),
      })),
  }),
);

const RejectOrderInput = builder.inputType('RejectOrderInput', {
  description: 'A no to an order.',
  fields: (t) => ({
    ...commandFields(t),
    reason: t.string({ required: true, description: 'The customer is told: up to 500 characters.' }),
  }),
});

builder.mutationField('rejectOrder', (t) =>
  t.field({
    type: createPayload('RejectOrderPayload', 'The order took the no; what was done is undone.'),
    description: 'Says no to an order that awaits approval. For managers and operators.',
    errors: {
      types: errors,
      union: { name: 'RejectOrderResult', description: 'What `rejectOrder` answers.' },
    },
    args: { input: t.arg({ type: RejectOrderInput, required: true, description: 'Which order, and why.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      sendCommand(input, context, (validation) => ({
        name: 'reject',
        reason: validation.parse(['reason'], Note, input.reason),
      })),
  }),
);
