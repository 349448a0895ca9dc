import { isUndoable, runStepOf, stepRules, workNamed } from '@waybill/contracts/domain';
import type { EventWork } from './history-event.ts';

/** What the activity of this name does for an order. */
export function namedWork(activity: string): EventWork | undefined {
  const work = workNamed(activity);
  if (!work) return undefined;
  const { step, isUndo } = work;
  return { step, compensation: isUndo && isUndoable(step) ? stepRules[step].undo : null };
}

/** What the activity of this name does for a run; runs share the compensations of orders. */
export function namedRunWork(activity: string): EventWork | undefined {
  const step = runStepOf(activity);
  return step && { step, compensation: namedWork(activity)?.compensation ?? null };
}
