import { builder } from '../builder/builder.ts';
import { isStaff } from '../builder/scopes.ts';
import { visibleDetail, visiblePerson } from '../viewer/privacy.ts';
import { endingFields, nextAttemptField, startField } from './attempt.ts';
import type { CurrentCompensation, CurrentStep } from './current-steps.ts';
import { OrderStepName, StepStatus } from './enums.ts';

export const OrderStep = builder.objectRef<CurrentStep>('OrderStep').implement({
  description: "A step of the order's fulfillment.",
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
    startedAt: startField(t),
    ...endingFields(t),
    detail: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'Result of the step, for example `authorizationId` or `trackingNumber`; null before it completes. `approvedBy` is hidden from customers.',
      resolve: ({ detail }, _args, context) => visibleDetail(detail, context),
    }),
    nextAttemptAt: nextAttemptField(t),
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
        '`COMPLETED`: compensated. `SKIPPED`: there was nothing to compensate, and the provider refuses a late call of the step.',
    }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while a retry is scheduled.',
    }),
    startedAt: startField(t),
    ...endingFields(t),
    nextAttemptAt: nextAttemptField(t),
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
