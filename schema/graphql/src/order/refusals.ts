import { builder, type Context } from '../builder.ts';
import { ErrorInterface } from '../error/error.ts';
import { OrderStatus } from './enums.ts';
import * as errors from './errors.ts';
import { visiblePerson } from './visibility.ts';

// What an order's named "no" looks like.

const asError = { interfaces: [ErrorInterface] };

const shown = (decision: errors.Decision | null, context: Context) =>
  decision && visiblePerson(decision.by, context) ? decision : null;

type Decided = errors.OrderNotAwaitingApproval | errors.OrderClosed;

/** Who decided and when, as far as this viewer may know. */
const decision = <Shape extends Decided>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Shape>,
  description: string,
) => ({
  decidedBy: t.string({
    nullable: true,
    description,
    resolve: (refusal, _args, context) => shown(refusal.decision, context)?.by ?? null,
  }),
  decidedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'When.',
    resolve: (refusal, _args, context) => shown(refusal.decision, context)?.at ?? null,
  }),
});

builder.objectType(errors.OrderNotFound, {
  ...asError,
  name: 'OrderNotFound',
  description: 'There is no such order for this viewer.',
});

builder.objectType(errors.OrderNotAwaitingApproval, {
  ...asError,
  name: 'OrderNotAwaitingApproval',
  description: 'Nobody is asked to decide about this order now.',
  fields: (t) => ({
    status: t.expose('status', { type: OrderStatus, description: 'Where it stands instead.' }),
    ...decision(t, 'Who decided, where a person did; null to customers where it was staff.'),
  }),
});

builder.objectType(errors.OrderClosed, {
  ...asError,
  name: 'OrderClosed',
  description: 'The end of this order is decided: it has a final status, or is being undone.',
  fields: (t) => ({
    status: t.expose('status', { type: OrderStatus, description: 'Where it stands.' }),
    ...decision(t, 'Who decided so, where a person did; null to customers where it was staff.'),
  }),
});

builder.objectType(errors.AlreadyShipped, {
  ...asError,
  name: 'AlreadyShipped',
  description: 'The carrier has it: it can no longer be cancelled.',
});

builder.objectType(errors.AddressLocked, {
  ...asError,
  name: 'AddressLocked',
  description: 'Its label is being made, or made: the address can no longer change.',
});

builder.objectType(errors.PaymentRefused, {
  ...asError,
  name: 'PaymentRefused',
  description: 'The money for the added item could not be held. The order is as it was.',
});

builder.objectType(errors.WorkflowLost, {
  ...asError,
  name: 'WorkflowLost',
  description: 'Its workflow has ended before the order did: it takes no commands, and is being undone and closed.',
});

builder.objectType(errors.VerdictPending, {
  ...asError,
  name: 'VerdictPending',
  description: 'The order has been told, and has not answered within the limit: the command stands, watch the order.',
  fields: (t) => ({
    commandId: t.exposeID('commandId', { description: 'The same command again, under this id, is one command.' }),
  }),
});
