import type * as domain from '@waybill/contracts/domain';
import { builder, type FieldBuilder } from '../builder/builder.ts';

// The attempts of a step or a compensation, of an order or a run.

export const StepError = builder.objectRef<domain.StepError>('StepError').implement({
  description: 'The error of a failed attempt.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Machine-readable code, for example "OUT_OF_STOCK".' }),
    message: t.exposeString('message', { description: 'Human-readable message.' }),
  }),
});

type Ending = { finishedAt: string | null; error: domain.StepError | null };

/** When it ended, and the error of its last failed attempt. */
export const endingFields = <Shape extends Ending>(t: FieldBuilder<Shape>) => ({
  finishedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time at which it ended; null before that.',
    resolve: ({ finishedAt }) => finishedAt,
  }),
  error: t.field({
    type: StepError,
    nullable: true,
    description: 'Error of the last failed attempt; null if none has failed.',
    resolve: ({ error }) => error,
  }),
});

/** When it was attempted first. */
export const startField = <Shape extends { startedAt: string | null }>(t: FieldBuilder<Shape>) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time of the first attempt; null before that.',
    resolve: ({ startedAt }) => startedAt,
  });

/** When it is attempted next. */
export const nextAttemptField = <Shape extends { nextAttemptAt: string | null }>(t: FieldBuilder<Shape>) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time of the next attempt; null if none is scheduled.',
    resolve: ({ nextAttemptAt }) => nextAttemptAt,
  });
