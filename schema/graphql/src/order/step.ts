import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { visibleDetail, visiblePerson } from '../viewer/privacy.ts';
import type { CurrentCompensation, CurrentStep } from './current-steps.ts';
import { OrderStepName, StepStatus } from './enums.ts';

export const StepError = builder.objectRef<domain.StepError>('StepError').implement({
  description: 'An error as reported by the failing component.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable code, for example "OUT_OF_STOCK".' }),
    message: t.exposeString('message', { description: 'Human-readable message.' }),
  }),
});

export const OrderStep = builder.objectRef<CurrentStep>('OrderStep').implement({
  description: "A step of the order's fulfillment.",
  fields: (t) => ({
    name: t.expose('name', { type: OrderStepName, description: 'Name of the step.' }),
    status: t.expose('status', { type: StepStatus, description: 'Current status.' }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while it waits for that; 0 before the first.',
    }),
    maxAttempts: t.exposeInt('maxAttempts', {
      nullable: true,
      description: 'How often the running step is attempted at most; null unless it runs.',
    }),
    percent: t.exposeInt('percent', {
      nullable: true,
      description: 'Progress of this step in percent, if it reports any.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'Time of the first attempt.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'Time at which it ended.' }),
    detail: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'Result of the step, for example `authorizationId`, `trackingNumber` or, hidden from customers, `approvedBy`.',
      resolve: ({ detail }, _args, context) => visibleDetail(detail, context),
    }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Error of the last failed attempt.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the next attempt, while one is scheduled.',
    }),
  }),
});

export const Compensation = builder.objectRef<CurrentCompensation>('Compensation').implement({
  description: 'The compensation of a step.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the compensation, for example "REFUND_PAYMENT".' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The compensated step.' }),
    status: t.expose('status', {
      type: StepStatus,
      description:
        'COMPLETED: compensated. SKIPPED: there was nothing to compensate, and a late call of the step will be refused.',
    }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while it waits for that.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'Time of the first attempt.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'Time at which it ended.' }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Error of the last failed attempt.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the next attempt, while one is scheduled.',
    }),
    settledBy: t.string({
      nullable: true,
      description: 'Who declared it done after doing it by hand elsewhere; hidden from customers.',
      resolve: ({ settledBy }, _args, context) => visiblePerson(settledBy ?? null, context),
    }),
    note: t.string({
      nullable: true,
      description: 'Their note; hidden from customers.',
      resolve: ({ note }, _args, { viewer }) => (viewer && isStaff(viewer) ? (note ?? null) : null),
    }),
  }),
});
