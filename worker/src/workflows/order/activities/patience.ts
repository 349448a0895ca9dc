import { ActivityCancellationType, type ActivityOptions, type LocalActivityOptions } from '@temporalio/workflow';
import { type Patience, type PatientStep, type PlacedOrder, stepRules } from '@waybill/contracts/words';

/**
 * A step gives up, after as many tries as the table of steps, or the order itself, allows it. When it is cancelled it is
 * over once its activity says so: what an attempt has done is then done before its undo begins.
 */
export function willGiveUp(step: PatientStep, order: Pick<PlacedOrder, 'patience'>): ActivityOptions {
  const { attempts, firstRetryMs, timeoutMs, heartbeatMs } = patienceFor(step, order);
  return {
    startToCloseTimeout: timeoutMs,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    ...(heartbeatMs === undefined ? {} : { heartbeatTimeout: heartbeatMs }),
    retry: { maximumAttempts: attempts, initialInterval: firstRetryMs, backoffCoefficient: 2 },
  };
}

export const patienceFor = (step: PatientStep, { patience }: Pick<PlacedOrder, 'patience'>): Patience => ({
  ...stepRules[step].patience,
  ...patience?.[step],
});

/** An undo never gives up: a customer's money is behind it. */
export const neverGivesUp = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
} satisfies ActivityOptions;

/** What is told in passing: a task waits for it, so it is soon over. */
export const briefly = {
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 2, initialInterval: '50ms' },
} satisfies LocalActivityOptions;

/** What needs no provider: until it works. */
export const forever = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
} satisfies ActivityOptions;

/** How long an order may take in all before it is undone, in milliseconds; a person's time to approve comes on top. */
export const wholeOrderMs = 30 * 60_000;
