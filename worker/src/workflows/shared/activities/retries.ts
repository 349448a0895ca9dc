import { ActivityCancellationType, type ActivityOptions, type LocalActivityOptions } from '@temporalio/workflow';
import type { Patience } from '@waybill/contracts/domain';

/** A step that is cancelled ends when its activity says so, so that its effect precedes its compensation. */
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

/** The same for what an operator may settle: only its own end says whether it succeeded after all. */
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
