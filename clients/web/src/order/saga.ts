/** What steps and compensations of orders and runs have in common. */
type Work = {
  name: string;
  status: string;
  attempt: number;
  maxAttempts?: number | null;
  startedAt?: string | null;
  finishedAt?: string | null;
  nextAttemptAt?: string | null;
  error?: { code: string; message: string } | null;
};

export type Step = Work & { percent?: number | null };
export type Compensation = Work & { undoes: string; settledBy?: string | null; note?: string | null };
export type Saga = { steps: readonly Step[]; compensations: readonly Compensation[] };

/** A step with its compensations. */
export type SagaStep = { step: Step; compensations: readonly Compensation[] };

/** Returns why a compensation was skipped, by the other compensations of its saga. */
export function whySkipped({ name }: Compensation, all: readonly Compensation[]): string {
  const isRefunded = all.some((other) => other.name === 'REFUND_PAYMENT' && other.status === 'COMPLETED');
  return name === 'RELEASE_PAYMENT' && isRefunded
    ? 'Not needed: the captured payment was refunded'
    : 'Not needed: there was nothing to undo';
}

/** Groups the compensations under their steps. */
export const sagaSteps = ({ steps, compensations }: Saga): SagaStep[] =>
  steps.map((step) => ({ step, compensations: compensations.filter(({ undoes }) => undoes === step.name).reverse() }));

/** The look of a step or compensation; one that waits for its next attempt differs from one that runs. */
export type Look = 'pending' | 'running' | 'retrying' | 'done' | 'failed' | 'skipped' | 'cancelled';

/** The attempt that is made; of what waits, the one that failed, because its number is already that of the next. */
export function attemptWord(
  work: Pick<Work, 'status' | 'attempt' | 'maxAttempts' | 'error' | 'nextAttemptAt'>,
): string {
  const waits = lookOf(work) === 'retrying';
  const of = work.maxAttempts ? ` of ${work.maxAttempts}` : '';
  return waits ? `Attempt ${work.attempt - 1}${of} failed` : `Attempt ${work.attempt}${of}`;
}

export function lookOf({ status, error, nextAttemptAt }: Pick<Work, 'status' | 'error' | 'nextAttemptAt'>): Look {
  switch (status) {
    case 'RUNNING':
      return error && nextAttemptAt ? 'retrying' : 'running';
    case 'COMPLETED':
      return 'done';
    case 'FAILED':
      return 'failed';
    case 'SKIPPED':
      return 'skipped';
    case 'CANCELLED':
      return 'cancelled';
    default:
      return 'pending';
  }
}
