import { ActivityCancellationType, type ActivityOptions, type LocalActivityOptions } from '@temporalio/workflow';
import type { Patience } from '@waybill/contracts/domain';

/** A cancelled step ends when its activity reports it, so that its effect precedes its compensation. */
export function retriesOf({ attempts, firstRetryMs, timeoutMs, heartbeatMs }: Patience): ActivityOptions {
  return {
    startToCloseTimeout: timeoutMs,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    ...(heartbeatMs === undefined ? {} : { heartbeatTimeout: heartbeatMs }),
    retry: { maximumAttempts: attempts, initialInterval: firstRetryMs, backoffCoefficient: 2 },
  };
}

/** A compensation is retried without limit: a customer's money depends on it. */
export const compensationRetries = {
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
} satisfies ActivityOptions;

/** The same for what an operator may settle: only its own end tells whether it succeeded. */
export const settleableRetries = {
  ...compensationRetries,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
} satisfies ActivityOptions;

/** Activities that are tried once, and may be lost. */
export const onceOnly = { startToCloseTimeout: '5s', retry: { maximumAttempts: 1 } } satisfies ActivityOptions;

/** A local activity blocks its workflow task, so it is retried only briefly. */
export const localRetries = {
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 2, initialInterval: '50ms' },
} satisfies LocalActivityOptions;

/** Activities without a provider are retried without limit, at short intervals. */
export const internalRetries = {
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
} satisfies ActivityOptions;
