import { type OrderStepName, orderSteps, stepRules } from './steps.ts';

/** What an activity does for an order: a step, or what takes that step back. */
export type Work = { step: OrderStepName; isUndo: boolean };

/** Activities are named after steps and undos: `createLabel` takes CREATE_LABEL, `cancelLabel` takes it back. */
export function workNamed(activity: string): Work | undefined {
  const name = activity.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase();
  for (const step of orderSteps) {
    const rule = stepRules[step];
    if (step === name) return { step, isUndo: false };
    if ('undo' in rule && rule.undo === name) return { step, isUndo: true };
  }
  return undefined;
}
