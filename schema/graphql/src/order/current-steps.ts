import {
  type Compensation,
  type OrderStep,
  type OrderStepName,
  type RunningWork,
  type RunStepName,
  type StepError,
  type StepStatus,
  workOn,
} from '@waybill/contracts/domain';
import type { OrderSnapshot } from './port.ts';

// The state of an order or a run has the start and the end of each step. What happens in between is known to the engine.

type StepName = OrderStepName | RunStepName;
type Tried = { status: StepStatus; attempt: number; error: StepError | null };
type WithWork = { running: RunningWork<StepName> | null };

/** A step as it is now. */
export type Current<Step> = Step & { maxAttempts: number | null; nextAttemptAt: string | null };
export type CurrentCompensation<Undo = Compensation> = Undo & { nextAttemptAt: string | null };
export type CurrentStep = Current<OrderStep>;

const known = new WeakMap<object, unknown>();

/** Cached by snapshot, which never changes: progress, health and steps all use it. */
export function currentSteps<
  Step extends Tried & { name: StepName; percent?: number | null; maxAttempts?: number | null },
>(work: WithWork & { steps: readonly Step[] }): Current<Step>[] {
  const steps = (known.get(work) as Current<Step>[] | undefined) ?? work.steps.map((step) => currentStep(step, work));
  known.set(work, steps);
  return steps;
}

function currentStep<Step extends Tried & { name: StepName; percent?: number | null; maxAttempts?: number | null }>(
  step: Step,
  seen: WithWork,
) {
  const work = workOn(seen, step.name, step.status);
  return {
    ...step,
    attempt: Math.max(step.attempt, work?.attempt ?? 0),
    percent: typeof step.percent === 'number' ? Math.max(step.percent, work?.percent ?? 0) : (work?.percent ?? null),
    error: work?.lastError ?? step.error,
    maxAttempts: work?.maxAttempts ?? step.maxAttempts ?? null,
    nextAttemptAt: work?.nextAttemptAt ?? null,
  };
}

export const currentCompensations = <Undo extends Tried & { undoes: StepName }>(
  seen: WithWork & { compensations: readonly Undo[] },
): CurrentCompensation<Undo>[] =>
  seen.compensations.map((undo) => {
    const work = workOn(seen, undo.undoes, undo.status);
    return {
      ...undo,
      attempt: Math.max(undo.attempt, work?.attempt ?? 0),
      error: work?.lastError ?? undo.error,
      nextAttemptAt: work?.nextAttemptAt ?? null,
    };
  });

/** The compensation that keeps an order from its end: the one that runs, else one that has failed. */
export function currentCompensation({ compensations }: Pick<OrderSnapshot, 'compensations'>): Compensation | undefined {
  const isNow = (wanted: Compensation['status']) => compensations.find(({ status }) => status === wanted);
  return isNow('RUNNING') ?? isNow('FAILED');
}

/** Progress of the label; null before its creation starts. */
export function currentLabelPercent(order: OrderSnapshot): number | null {
  const label = currentSteps(order).find(({ name }) => name === 'CREATE_LABEL');
  if (label?.status === 'COMPLETED') return 100;
  return label?.status === 'RUNNING' ? (label.percent ?? 0) : (label?.percent ?? null);
}
