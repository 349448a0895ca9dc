import type { Work } from './activities.ts';
import type { RunningWork } from './health.ts';
import type { OrderState } from './order.ts';
import { type OrderStepName, stepRules } from './steps.ts';
import type { OperatorCommand } from './verdict.ts';

/** The running step or compensation of an order, if it is retried when it fails. */
export function currentWork({ steps, compensations }: Pick<OrderState, 'steps' | 'compensations'>): Work | null {
  const undo = compensations.find(({ status }) => status === 'RUNNING');
  if (undo) return { step: undo.undoes, isUndo: true };
  const step = steps.find(({ name, status }) => status === 'RUNNING' && 'patience' in stepRules[name]);
  return step ? { step: step.name, isUndo: false } : null;
}

/**
 * The step that runs or is being compensated, once it has failed: an operator can retry it, give it up or settle it.
 */
export function failingWork(order: Parameters<typeof currentWork>[0] & { running: RunningWork | null }) {
  const work = currentWork(order);
  const { step, attempt = 0 } = order.running ?? {};
  return work && step === work.step && attempt > 1 ? { ...work, attempt } : null;
}

/**
 * Whether a command concerns what is running and has failed. A step that is being compensated can no longer be given
 * up.
 */
export function concerns(
  command: OperatorCommand,
  about: { step: OrderStepName | null; attempt: number },
  work: Work | null,
): work is Work {
  if (!work || about.step !== work.step || about.attempt <= 1) return false;
  return command === 'retryNow' || work.isUndo === (command === 'settleCompensation');
}
