import type { Work } from './activities.ts';
import type { RunningWork } from './health.ts';
import type { OrderState } from './order.ts';
import { type OrderStepName, stepRules } from './steps.ts';
import type { OperatorCommand } from './verdict.ts';

/** What runs for an order, as far as it is attempted again when it fails. */
export function workUnderWay({ steps, compensations }: Pick<OrderState, 'steps' | 'compensations'>): Work | null {
  const undo = compensations.find(({ status }) => status === 'RUNNING');
  if (undo) return { step: undo.undoes, isUndo: true };
  const step = steps.find(({ name, status }) => status === 'RUNNING' && 'patience' in stepRules[name]);
  return step ? { step: step.name, isUndo: false } : null;
}

/** The step that runs or is being undone, once it has failed: what an operator can retry, give up or settle. */
export function failingWork(order: Parameters<typeof workUnderWay>[0] & { running: RunningWork | null }) {
  const work = workUnderWay(order);
  const { step, attempt = 0 } = order.running ?? {};
  return work && step === work.step && attempt > 1 ? { ...work, attempt } : null;
}

/** Whether a command is about what runs and has failed. A step that is being undone cannot be given up any more. */
export function concerns(
  command: OperatorCommand,
  about: { step: OrderStepName | null; attempt: number },
  work: Work | null,
): work is Work {
  if (!work || about.step !== work.step || about.attempt <= 1) return false;
  return command === 'retryNow' || work.isUndo === (command === 'settleCompensation');
}
