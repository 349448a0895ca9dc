import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { visibleDetail, visiblePerson } from '../viewer/privacy.ts';
import type { CurrentCompensation, CurrentStep } from './current-steps.ts';
import { OrderStepName, StepStatus } from './enums.ts';

export const StepError = builder.objectRef<domain.StepError>('StepError').implement({
  description: 'The error of a failed attempt.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable code, for example "OUT_OF_STOCK".' }),
    message: t.exposeString('message', { description: 'Human-readable message.' }),
  }),
});

export const OrderStep = builder.objectRef<CurrentStep>('OrderStep').implement({
  description: "A step of the order's fulfillment.",
  // Longer than 40 lines: a table with one entry for each field.
  fields: (t) => ({
    name: t.expose('name', { type: OrderStepName, description: 'Name of the step.' }),
    status: t.expose('status', { type: StepStatus, description: 'Current status.' }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while a retry is scheduled; 0 before the first.',
    }),
    maxAttempts: t.exposeInt('maxAttempts', {
      nullable: true,
      description:
        'Maximum number of attempts of the running step; null if it is unlimited or the step is not running.',
    }),
    percent: t.exposeInt('percent', {
      nullable: true,
      description: 'Progress of this step in percent; null if it reports none.',
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the first attempt; null before that.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which it ended; null before that.',
    }),
    detail: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'Result of the step, for example `authorizationId` or `trackingNumber`; null before it completes. `approvedBy` is hidden from customers.',
      resolve: ({ detail }, _args, context) => visibleDetail(detail, context),
    }),
    error: t.expose('error', {
      type: StepError,
      nullable: true,
      description: 'Error of the last failed attempt; null if none has failed.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the next attempt; null if none is scheduled.',
    }),
  }),
});

export const Compensation = builder.objectRef<CurrentCompensation>('Compensation').implement({
  description: 'The compensation of a step.',
  // Longer than 40 lines: a table with one entry for each field.
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the compensation, for example "REFUND_PAYMENT".' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The compensated step.' }),
    status: t.expose('status', {
      type: StepStatus,
      description:
        '`COMPLETED`: compensated. `SKIPPED`: there was nothing to compensate, and the provider refuses a late call of the step.',
    }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while a retry is scheduled.',
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the first attempt; null before that.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which it ended; null before that.',
    }),
    error: t.expose('error', {
      type: StepError,
      nullable: true,
      description: 'Error of the last failed attempt; null if none has failed.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the next attempt; null if none is scheduled.',
    }),
    settledBy: t.string({
      nullable: true,
      description:
        'Id of the operator who declared it done with `settleCompensation`; null otherwise, and for customers.',
      resolve: ({ settledBy }, _args, context) => visiblePerson(settledBy ?? null, context),
    }),
    note: t.string({
      nullable: true,
      description: 'Note given to `settleCompensation`; null otherwise, and for customers.',
      resolve: ({ note }, _args, { viewer }) => (viewer && isStaff(viewer) ? (note ?? null) : null),
    }),
  }),
});
