import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import type { CurrentStep } from './current-steps.ts';
import { OrderStepName, StepStatus } from './enums.ts';

const StepError = builder.objectRef<domain.StepError>('StepError').implement({
  description: 'What went wrong, in the words of whoever refused or failed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: "OUT_OF_STOCK".' }),
    message: t.exposeString('message', { description: 'For people.' }),
  }),
});

export const OrderStep = builder.objectRef<CurrentStep>('OrderStep').implement({
  description: 'One step of an order, and how it stands.',
  fields: (t) => ({
    name: t.expose('name', { type: OrderStepName, description: 'Which step.' }),
    status: t.expose('status', { type: StepStatus, description: 'How it stands.' }),
    attempt: t.exposeInt('attempt', { description: 'Which try this is; 0 before the first.' }),
    percent: t.exposeInt('percent', { nullable: true, description: 'Of this step alone, where it reports one.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it was first tried.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    detail: t.expose('detail', {
      type: 'JSON',
      nullable: true,
      description: 'What it brought: `authorizationId`, `approvedBy`, `trackingNumber` and the like.',
    }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Why it failed, or last failed.' }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is tried again, while it waits for that.',
    }),
  }),
});

export const Compensation = builder.objectRef<domain.Compensation>('Compensation').implement({
  description: 'The undoing of one step.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What undoes it: "REFUND_PAYMENT".' }),
    undoes: t.expose('undoes', { type: OrderStepName, description: 'The step that it undoes.' }),
    status: t.expose('status', {
      type: StepStatus,
      description: 'COMPLETED: undone. SKIPPED: there was nothing to undo, and the door is closed now.',
    }),
    attempt: t.exposeInt('attempt', { description: 'Which try this is.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    error: t.expose('error', { type: StepError, nullable: true, description: 'Why it last failed.' }),
  }),
});
