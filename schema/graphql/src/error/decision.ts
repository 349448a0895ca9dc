import type { FieldBuilder } from '../builder/builder.ts';
import { visiblePerson } from '../viewer/privacy.ts';
import { NamedError } from './errors.ts';

/** A person's decision: by whom, and when (RFC 3339). */
export type Decision = { by: string; at: string };

/** A command that comes too late, with the status of the order or run, and the decision that led to it. */
export abstract class TooLate<Status> extends NamedError {
  readonly status: Status;
  readonly decision: Decision | null;
  constructor(message: string, status: Status, decision: Decision | null) {
    super(message);
    this.status = status;
    this.decision = decision;
  }
}

/** Who decided and when, if this viewer may know it. */
export const decisionFields = <Shape extends { decision: Decision | null }>(t: FieldBuilder<Shape>) => ({
  decidedBy: t.string({
    nullable: true,
    description: 'Id of the person who decided; null for the system, and for customers if it was staff.',
    resolve: ({ decision }, _args, context) => decision && visiblePerson(decision.by, context),
  }),
  decidedAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: 'Time of the decision; null if no person decided.',
    resolve: ({ decision }) => decision?.at ?? null,
  }),
});
