import { type Compensation, type OrderStep, workOn } from '@waybill/contracts/domain';
import type { OrderSnapshot } from './port.ts';

// An order's state knows what a step began with and what it ended with. What happens in between, the engine knows.

export type CurrentStep = OrderStep & { maxAttempts: number | null; nextAttemptAt: string | null };
export type CurrentCompensation = Compensation & { nextAttemptAt: string | null };

const known = new WeakMap<OrderSnapshot, CurrentStep[]>();

/** A snapshot never changes: progress, health and the steps themselves ask for the same. */
export function currentSteps(order: OrderSnapshot): CurrentStep[] {
  const steps = known.get(order) ?? stepsIn(order);
  known.set(order, steps);
  return steps;
}

const stepsIn = (order: OrderSnapshot): CurrentStep[] =>
  order.steps.map((step) => {
    const work = workOn(order, step.name, step.status);
    return {
      ...step,
      attempt: Math.max(step.attempt, work?.attempt ?? 0),
      percent: step.percent === null ? (work?.percent ?? null) : Math.max(step.percent, work?.percent ?? 0),
      error: work?.lastError ?? step.error,
      maxAttempts: work?.maxAttempts ?? null,
      nextAttemptAt: work?.nextAttemptAt ?? null,
    };
  });

export const currentCompensations = (order: OrderSnapshot): CurrentCompensation[] =>
  order.compensations.map((undo) => {
    const work = workOn(order, undo.undoes, undo.status);
    return {
      ...undo,
      attempt: Math.max(undo.attempt, work?.attempt ?? 0),
      error: work?.lastError ?? undo.error,
      nextAttemptAt: work?.nextAttemptAt ?? null,
    };
  });

/** How far the label is; null before it was begun. */
export function currentLabelPercent(order: OrderSnapshot): number | null {
  const label = currentSteps(order).find(({ name }) => name === 'CREATE_LABEL');
  if (label?.status === 'COMPLETED') return 100;
  return label?.status === 'RUNNING' ? (label.percent ?? 0) : (label?.percent ?? null);
}
