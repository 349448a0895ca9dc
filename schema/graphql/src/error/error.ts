import type { FieldProblem as FieldProblemShape } from '@waybill/contracts';
import { commandRefusals, runRefusals } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { IdempotencyConflict, InvalidInput, type NamedError } from './errors.ts';

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'Machine-readable error code; corresponds to the type of the error.',
  values: describeValues(
    [...new Set([...commandRefusals, ...runRefusals]), 'ORDER_NOT_FOUND', 'RUN_NOT_FOUND', 'VERDICT_PENDING'],
    {
      INVALID_INPUT: 'The input is invalid; `InvalidInput` lists the fields.',
      IDEMPOTENCY_CONFLICT: 'The id or key was already used for a different request.',
      ORDER_NOT_FOUND: 'The order does not exist or is not visible to the viewer.',
      ORDER_NOT_AWAITING_APPROVAL: 'The order is not awaiting approval.',
      ORDER_CLOSED: 'The order is final or is being compensated.',
      ALREADY_SHIPPED: 'The order was handed to the carrier.',
      ADDRESS_LOCKED: 'The shipping label is being created or exists.',
      PAYMENT_REFUSED: 'The payment provider declined.',
      NOTHING_TO_DO: 'The command does not apply to the current state.',
      RUN_NOT_FOUND: 'The run does not exist or is not visible to the viewer.',
      RUN_CLOSED: 'The run is final or is being compensated.',
      WORKFLOW_LOST: 'The workflow ended before the order was closed.',
      VERDICT_PENDING: 'The command was sent, and its result is not known yet.',
    },
  ),
});

export const ErrorInterface = builder.interfaceRef<NamedError>('Error').implement({
  description: 'An expected error. Unexpected errors are returned as top-level GraphQL errors.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'Human-readable message, one sentence.' }),
    code: t.field({ type: ErrorCode, description: 'Machine-readable code.', resolve: ({ code }) => code }),
  }),
});

const FieldProblem = builder.objectRef<FieldProblemShape>('FieldProblem').implement({
  description: 'A validation error of one input field.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'Path within the input, for example ["items", "0", "quantity"].' }),
    message: t.exposeString('message', { description: 'Why the value is invalid.' }),
  }),
});

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'The input is invalid. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fields: t.field({
      type: [FieldProblem],
      description: 'All invalid fields.',
      resolve: ({ fields }) => fields,
    }),
  }),
});

builder.objectType(IdempotencyConflict, {
  name: 'IdempotencyConflict',
  description:
    'The order id, payment reference, idempotency key or command id was already used for a different request. Nothing was changed.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order for which it was used.' }),
    keyReused: t.exposeBoolean('keyReused', {
      description:
        'True if the idempotency key or command id was used for a different request; false if the id or payment reference is taken.',
    }),
  }),
});
