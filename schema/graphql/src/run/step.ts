import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { endingFields, startField } from '../order/attempt.ts';
import { StepStatus } from '../order/enums.ts';

export const RunStep = builder.objectRef<domain.RunStep>('RunStep').implement({
  description: 'A step of a run.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'Name of the step: LOCATION, WEATHER, CAT_FACT, AUTHORIZE_PAYMENT, CAPTURE_PAYMENT, GREET or PLACE_ORDER.',
    }),
    status: t.expose('status', { type: StepStatus, description: 'Current status.' }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while a retry is scheduled; 0 before the first.',
    }),
    maxAttempts: t.exposeInt('maxAttempts', {
      nullable: true,
      description: 'Maximum number of attempts; null if unlimited.',
    }),
    startedAt: startField(t),
    ...endingFields(t),
    detail: t.expose('detail', {
      type: 'JSON',
      nullable: true,
      description: 'Result of the step; null before it completes.',
    }),
  }),
});

export const RunCompensation = builder.objectRef<domain.RunCompensation>('RunCompensation').implement({
  description: 'The compensation of a step of a run.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the compensation, for example "REFUND_PAYMENT".' }),
    undoes: t.exposeString('undoes', { description: 'The compensated step.' }),
    status: t.expose('status', {
      type: StepStatus,
      description: '`COMPLETED`: compensated. `SKIPPED`: there was nothing to compensate.',
    }),
    attempt: t.exposeInt('attempt', {
      description: 'Number of the current attempt, or of the next one while a retry is scheduled.',
    }),
    ...endingFields(t),
  }),
});

export const RunFailure = builder.objectRef<domain.RunFailure>('RunFailure').implement({
  description: 'The reason why a run did not complete.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable code, for example "PAYMENT_DECLINED".' }),
    message: t.exposeString('message', { description: 'Human-readable message, including the given reason.' }),
    step: t.exposeString('step', { nullable: true, description: 'The step at which the run ended; null if none.' }),
  }),
});
