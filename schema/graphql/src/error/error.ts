import type { FieldProblem as FieldProblemShape } from '@waybill/contracts';
import { commandRefusals } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { describeValues } from '../describe-values.ts';
import { IdempotencyConflict, InvalidInput, type NamedError } from './errors.ts';

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'The same as the type of the error, for programs that keep one list.',
  values: describeValues([...commandRefusals, 'ORDER_NOT_FOUND', 'VERDICT_PENDING'], {
    INVALID_INPUT: 'Something in the input is wrong: `InvalidInput` says which fields.',
    IDEMPOTENCY_CONFLICT: 'The id or key was used before, for something else.',
    ORDER_NOT_FOUND: 'There is no such order for this viewer.',
    ORDER_NOT_AWAITING_APPROVAL: 'Nobody is asked to decide about this order now.',
    ORDER_CLOSED: 'The end of this order is decided.',
    ALREADY_SHIPPED: 'The carrier has it.',
    ADDRESS_LOCKED: 'The label is being made, or made.',
    PAYMENT_REFUSED: 'The payment provider said no.',
    WORKFLOW_LOST: 'Its workflow has ended before the order did.',
    VERDICT_PENDING: 'The order has been told, and has not answered yet.',
  }),
});

export const ErrorInterface = builder.interfaceRef<NamedError>('Error').implement({
  description: 'A named "no". What has no name here is a top-level error.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'For people, in one sentence.' }),
    code: t.field({ type: ErrorCode, description: 'For programs.', resolve: ({ code }) => code }),
  }),
});

const FieldProblem = builder.objectRef<FieldProblemShape>('FieldProblem').implement({
  description: 'One field that is wrong, and why.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'From the input down: ["items", "0", "quantity"].' }),
    message: t.exposeString('message', { description: 'What is wrong with it.' }),
  }),
});

builder.objectType(InvalidInput, {
  name: 'InvalidInput',
  description: 'Something in the input is wrong. Nothing was done.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    fields: t.field({
      type: [FieldProblem],
      description: 'Every field that is wrong.',
      resolve: ({ fields }) => fields,
    }),
  }),
});

builder.objectType(IdempotencyConflict, {
  name: 'IdempotencyConflict',
  description: 'The order id, idempotency key or command id was used before, for something else. Nothing was done.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ orderId: t.exposeID('orderId', { description: 'The order that it was used for.' }) }),
});
