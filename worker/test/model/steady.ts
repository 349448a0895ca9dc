import { endIsDecided, type OrderState, stepRules } from '@waybill/contracts/domain';

/** Whether an order never falls back as someone sees it who is shown one state after the other. */
export function isSteady(states: readonly OrderState[]): boolean {
  let shown: OrderState | undefined;
  for (const state of states) {
    if (shown && state.revision < shown.revision) continue;
    if (!isSound(state) || (shown && !follows(shown, state))) return false;
    shown = state;
  }
  return true;
}

const isSound = (order: OrderState): boolean =>
  (order.status === 'SHIPPED' ? order.progress === 100 : order.progress <= Math.min(99, shareDone(order))) &&
  isAtItsStep(order);

/** Of all that the order was to do when it was placed. */
function shareDone({ steps, requiresApproval }: OrderState): number {
  const planned = steps.filter(({ name }) => name !== 'AWAIT_APPROVAL' || requiresApproval);
  const weightOf = (some: typeof steps) => some.reduce((sum, { name }) => sum + stepRules[name].weight, 0);
  return (100 * weightOf(planned.filter(({ status }) => status === 'COMPLETED'))) / weightOf(planned);
}

const isAtItsStep = ({ steps, currentStep, closedAt }: OrderState): boolean =>
  currentStep === (closedAt ? null : (steps.findLast(({ startedAt }) => startedAt !== null)?.name ?? null));

const follows = (before: OrderState, after: OrderState): boolean =>
  before.progress <= after.progress &&
  (!endIsDecided(before) || (endIsDecided(after) && before.progress === after.progress)) &&
  areAsFar(before.steps, after.steps) &&
  areAsFar(before.compensations, after.compensations);

type Try = { attempt: number; percent?: number | null };

const areAsFar = (before: readonly Try[], after: readonly Try[]): boolean =>
  before.every(({ attempt, percent }, at) => {
    const now = after[at];
    return now !== undefined && now.attempt >= attempt && (now.percent ?? -1) >= (percent ?? -1);
  });
