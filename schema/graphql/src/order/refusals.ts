import { builder } from '../builder/builder.ts';
import { decisionFields } from '../error/decision.ts';
import { ErrorInterface } from '../error/error.ts';
import { OrderStatus } from './enums.ts';
import * as errors from './errors.ts';

// The error types of orders.

const asError = { interfaces: [ErrorInterface] };

builder.objectType(errors.OrderNotFound, {
  ...asError,
  name: 'OrderNotFound',
  description: 'The order does not exist or is not visible to the viewer.',
});

builder.objectType(errors.OrderNotAwaitingApproval, {
  ...asError,
  name: 'OrderNotAwaitingApproval',
  description: 'The order is not awaiting approval.',
  fields: (t) => ({
    status: t.expose('status', { type: OrderStatus, description: 'Current status of the order.' }),
    ...decisionFields(t),
  }),
});

builder.objectType(errors.OrderClosed, {
  ...asError,
  name: 'OrderClosed',
  description: 'The outcome of the order is decided: the order is final or is being compensated.',
  fields: (t) => ({
    status: t.expose('status', { type: OrderStatus, description: 'Current status of the order.' }),
    ...decisionFields(t),
  }),
});

builder.objectType(errors.AlreadyShipped, {
  ...asError,
  name: 'AlreadyShipped',
  description: 'The order was handed to the carrier and can no longer be cancelled.',
});

builder.objectType(errors.AddressLocked, {
  ...asError,
  name: 'AddressLocked',
  description: 'The shipping label is being created or exists; the address can no longer change.',
});

builder.objectType(errors.PaymentRefused, {
  ...asError,
  name: 'PaymentRefused',
  description:
    'The payment provider refused the payment for the added line, or the refund. The order or the run is unchanged.',
});

builder.objectType(errors.NothingToDo, {
  ...asError,
  name: 'NothingToDo',
  description:
    'The command does not apply to the current state: for example, no attempt has failed, or nothing is left to refund. Nothing was changed.',
});

builder.objectType(errors.WorkflowLost, {
  ...asError,
  name: 'WorkflowLost',
  description:
    'The workflow ended before the order was closed. The order accepts no commands; it is being compensated and closed.',
});

builder.objectType(errors.VerdictPending, {
  ...asError,
  name: 'VerdictPending',
  description:
    'The command was sent, but its result was not known within the time limit. Retry with the same `commandId`, or watch the order or run for the result.',
  fields: (t) => ({
    commandId: t.exposeID('commandId', { description: 'Id of the command; a retry with the same id is safe.' }),
  }),
});
