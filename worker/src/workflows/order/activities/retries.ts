import { ActivityCancellationType, type ActivityOptions, type LocalActivityOptions } from '@temporalio/workflow';
import {
  type OrderStepName,
  type Patience,
  type PatientStep,
  type PlacedOrder,
  stepRules,
} from '@waybill/contracts/domain';

/** An order, as far as it says itself how its steps are retried. */
export type RetriedOrder = Pick<PlacedOrder, 'patience'>;

/**
 * The retries of a step: limited by the table of steps, or by the order itself. A step that is cancelled ends when its
 * activity says so, so that its effect precedes its compensation.
 */
export const stepRetries = (step: PatientStep, order: RetriedOrder): ActivityOptions =>
  retriesOf(patienceFor(step, order));

export function retriesOf({ attempts, firstRetryMs, timeoutMs, heartbeatMs }: Patience): ActivityOptions {
  return {
    startToCloseTimeout: timeoutMs,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    ...(heartbeatMs === undefined ? {} : { heartbeatTimeout: heartbeatMs }),
    retry: { maximumAttempts: attempts, initialInterval: firstRetryMs, backoffCoefficient: 2 },
  };
}

export const patienceFor = (step: PatientStep, { patience }: RetriedOrder): Patience => ({
  ...stepRules[step].patience,
  ...patience?.[step],
});

/** How often a step may be attempted; a step that calls nobody is attempted once. */
export const attemptsAllowed = (step: OrderStepName, order: RetriedOrder): number =>
  'patience' in stepRules[step] ? patienceFor(step as PatientStep, order).attempts : 1;

/** A compensation is retried without limit: a customer's money depends on it. */
export const compensationRetries = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
} satisfies ActivityOptions;

/** The same for what an operator may settle: whether it has worked all the same is known when it says so. */
export const settleableRetries = {
  ...compensationRetries,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
} satisfies ActivityOptions;

/** What is tried once, and may come to nothing. */
export const onceOnly = { startToCloseTimeout: '5s', retry: { maximumAttempts: 1 } } satisfies ActivityOptions;

/** A local activity blocks its workflow task, so it is retried only briefly. */
export const localRetries = {
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 2, initialInterval: '50ms' },
} satisfies LocalActivityOptions;

/** What needs no provider is retried without limit, and soon. */
export const internalRetries = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
} satisfies ActivityOptions;

/** How long an order may take in all before it is compensated, in milliseconds; a person's time to approve comes on top. */
export const orderTimeoutMs = 30 * 60_000;
