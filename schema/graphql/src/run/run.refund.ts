import { amountIn, GivenNote } from '@waybill/contracts';
import { builder, type Context } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { createValidation } from '../error/validation.ts';
import { CommandId } from '../order/command.ts';
import { NothingToDo, PaymentRefused, VerdictPending } from '../order/errors.ts';
import { RunConflict, RunNotFound } from './errors.ts';
import { commandFields } from './inputs.ts';
import { createRunPayload } from './payload.ts';
import { PaymentRun } from './payment.ts';
import type { RunCommand } from './port.ts';
import { findVisibleRun, requireKind } from './visibility.ts';

// How to refund a payment.

const RefundPaymentInput = builder.inputType('RefundPaymentInput', {
  description: 'Input of `refundPayment`.',
  fields: (t) => ({
    ...commandFields(t, 'Id of the run of a payment.'),
    amount: t.field({ type: 'Decimal', description: 'Amount to refund; defaults to the remaining refundable amount.' }),
    reason: t.string({
      required: true,
      description: 'Text for the journal, hidden from customers unless they wrote it; up to 500 characters.',
    }),
  }),
});

builder.mutationField('refundPayment', (t) =>
  t.field({
    type: createRunPayload<'PAYMENT'>('RefundPaymentPayload', PaymentRun, 'Result of a successful `refundPayment`.'),
    description:
      'Refunds a captured payment, whole or in part, also after its run is closed. Managers and operators only.',
    errors: {
      types: [InvalidInput, RunConflict, RunNotFound, NothingToDo, PaymentRefused, VerdictPending],
      union: { name: 'RefundPaymentResult', description: 'Result of `refundPayment`.' },
    },
    args: { input: t.arg({ type: RefundPaymentInput, required: true, description: 'The payment and the reason.' }) },
    authScopes: { staff: true },
    complexity: calls(callsToCommand + 2),
    resolve: async (_, { input }, context) => ({ run: await context.runs.command(await parseRefund(input, context)) }),
  }),
);

async function parseRefund(input: typeof RefundPaymentInput.$inferInput, context: Context): Promise<RunCommand> {
  const found = await findVisibleRun(input.id, context);
  if (!found) throw new RunNotFound(input.id);
  const { runId, amount: charged } = requireKind(found, 'PAYMENT');
  const validation = createValidation();
  const amount =
    typeof input.amount === 'string' ? amountIn(charged.currencyCode, input.amount, ['amount'], validation) : undefined;
  if (amount?.amountMinor === 0) validation.refuse(['amount'], 'must be greater than zero');
  return validation.validated({
    runId,
    name: 'refund',
    commandId: validation.parse(['commandId'], CommandId.nullable(), input.commandId ?? null),
    amount: amount ?? null,
    reason: validation.parse(['reason'], GivenNote, input.reason),
  });
}
