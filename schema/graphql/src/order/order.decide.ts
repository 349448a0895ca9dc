import { builder } from '../builder.ts';
import { calls, callsToCommand } from '../price.ts';
import {
  IdempotencyConflict,
  InvalidInput,
  OrderClosed,
  OrderNotAwaitingApproval,
  OrderNotFound,
  VerdictPending,
  WorkflowLost,
} from './errors.ts';
import { payload } from './payload.ts';
import { addressed, Note, tell } from './tell.ts';

// How to decide about one that awaits approval: for managers and operators.

const noes = [
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
  fields: (t) => ({ ...addressed(t), note: t.string({ description: 'For the journal: up to 500 characters.' }) }),
});

builder.mutationField('approveOrder', (t) =>
  t.field({
    type: payload('ApproveOrderPayload', 'The order took the yes.'),
    description: 'Says yes to an order that awaits approval. For managers and operators.',
    errors: {
      types: noes,
      union: { name: 'ApproveOrderResult', description: 'What `approveOrder` answers.' },
    },
    args: { input: t.arg({ type: ApproveOrderInput, required: true, description: 'Which order, and why.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      tell(input, context, (door) => ({
        name: 'approve',
        note: door.take(['note'], Note.nullable(), input.note ?? null),
      })),
  }),
);

const RejectOrderInput = builder.inputType('RejectOrderInput', {
  description: 'A no to an order.',
  fields: (t) => ({
    ...addressed(t),
    reason: t.string({ required: true, description: 'The customer is told: up to 500 characters.' }),
  }),
});

builder.mutationField('rejectOrder', (t) =>
  t.field({
    type: payload('RejectOrderPayload', 'The order took the no; what was done is undone.'),
    description: 'Says no to an order that awaits approval. For managers and operators.',
    errors: {
      types: noes,
      union: { name: 'RejectOrderResult', description: 'What `rejectOrder` answers.' },
    },
    args: { input: t.arg({ type: RejectOrderInput, required: true, description: 'Which order, and why.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand),
    resolve: (_, { input }, context) =>
      tell(input, context, (door) => ({ name: 'reject', reason: door.take(['reason'], Note, input.reason) })),
  }),
);
