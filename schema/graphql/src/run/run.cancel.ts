import { GivenNote } from '@waybill/contracts';
import { builder, type Context } from '../builder/builder.ts';
import { forbidden } from '../builder/request-errors.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { IdempotencyConflict, InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { Node } from '../node/node.ts';
import { CommandId, sendCommand } from '../order/command.ts';
import { AlreadyShipped, OrderClosed, OrderNotFound, VerdictPending, WorkflowLost } from '../order/errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { RunClosed, RunConflict, RunNotFound } from './errors.ts';
import { commandFields } from './inputs.ts';
import { requireActing } from './visibility.ts';

// How to cancel a run, for whoever may act on it, or an order, for operators.

const CancelWorkflowInput = builder.inputType('CancelWorkflowInput', {
  description: 'Input of `cancelWorkflow`.',
  fields: (t) => ({
    ...commandFields(t, 'Id of an order or a run.'),
    reason: t.string({ required: true, description: 'Reason shown to the customer, up to 500 characters.' }),
  }),
});

type Written = typeof CancelWorkflowInput.$inferInput;

const CancelWorkflowPayload = builder.objectRef<{ workflow: object }>('CancelWorkflowPayload').implement({
  description: 'Result of a successful `cancelWorkflow`; completed steps are compensated.',
  fields: (t) => ({
    workflow: t.expose('workflow', { type: Node, description: 'The order or the run after the operation.' }),
  }),
});

builder.mutationField('cancelWorkflow', (t) =>
  t.field({
    type: CancelWorkflowPayload,
    description: 'Cancels a run, or, for operators, an order.',
    errors: {
      types: [
        InvalidInput,
        IdempotencyConflict,
        RunConflict,
        OrderNotFound,
        OrderClosed,
        AlreadyShipped,
        RunNotFound,
        RunClosed,
        VerdictPending,
        WorkflowLost,
      ],
      union: { name: 'CancelWorkflowResult', description: 'Result of `cancelWorkflow`.' },
    },
    args: { input: t.arg({ type: CancelWorkflowInput, required: true, description: 'What to cancel, and why.' }) },
    complexity: calls(callsToCommand),
    resolve: async (_, { input }, context) => ({
      workflow: isRunId(input.id) ? await cancelRun(input, context) : await cancelOrder(input, context),
    }),
  }),
);

/** An id with a run's prefix is never the id of an order. */
const isRunId = (id: string): boolean => /^(RUN|STO)-/.test(id);

async function cancelRun({ id, commandId, reason }: Written, context: Context) {
  const { runId } = await requireActing(id, context);
  const validation = createValidation();
  const command = {
    runId,
    name: 'cancel' as const,
    commandId: validation.parse(['commandId'], CommandId.nullable(), commandId ?? null),
    reason: validation.parse(['reason'], GivenNote, reason),
  };
  return context.runs.command(validation.validated(command));
}

async function cancelOrder({ id: orderId, commandId, reason }: Written, context: Context) {
  const viewer = viewerOf(context);
  if (viewer.role !== 'OPERATOR') throw forbidden(viewer, { needs: 'OPERATOR' });
  const { order } = await sendCommand({ orderId, commandId }, context, (validation) => ({
    name: 'cancel',
    reason: validation.parse(['reason'], GivenNote, reason),
  }));
  return order;
}
