import { condition } from '@temporalio/workflow';
import { autoApproval, type PlacedOrder } from '@waybill/contracts/domain';
import type { Attribution } from '../../shared/state/journal.ts';
import type { OrderSaga } from '../saga/saga.ts';
import type { OrderRecord } from '../state/order-record.ts';

export type Approval = ReturnType<typeof createApproval>;

/**
 * A person's decision on an order, or the automatic one after the time limit. It is recorded at once, so that the first
 * of two contradicting decisions stands.
 */
export function createApproval(order: OrderRecord, saga: OrderSaga, placed: PlacedOrder) {
  const { requiresApproval, approvalTimeoutMs, autoApproveAfterMs } = placed;
  const approvesItself = autoApproveAfterMs !== null && autoApproveAfterMs < approvalTimeoutMs;
  const waitMs = approvesItself ? autoApproveAfterMs : approvalTimeoutMs;
  const undecided = () => order.steps.isRunning('AWAIT_APPROVAL');
  const { approve, reject, expire } = createDecisions(order, saga);

  return {
    isNeeded: requiresApproval,
    approve,
    reject,

    /** Resolves when the order is approved. */
    async wait(): Promise<{ attempt: number }> {
      const after = (ms: number) => new Date(Date.now() + ms);
      order.awaitApproval(after(approvalTimeoutMs), approvesItself ? after(waitMs) : null);
      await condition(() => !undecided(), waitMs);
      saga.throwIfHalted(); // it may be cancelled at the very moment of the time limit
      if (undecided() && approvesItself) approve({ actor: autoApproval, correlationId: '' }, null);
      else if (undecided()) expire();
      return { attempt: 1 };
    },
  };
}

/** The effect of each decision on the order. */
function createDecisions(order: OrderRecord, saga: OrderSaga) {
  const approve = (by: Attribution, note: string | null) => {
    order.steps.complete('AWAIT_APPROVAL', 1, { approvedBy: by.actor, ...(note === null ? {} : { note }) }, by);
    order.setStatus('APPROVED');
  };

  const reject = (by: Attribution, reason: string) => {
    order.steps.fail('AWAIT_APPROVAL', 1, { code: 'MANAGER_REJECTED', message: reason }, by);
    saga.halt({
      status: 'REJECTED',
      by,
      failure: { code: 'MANAGER_REJECTED', message: reason, step: 'AWAIT_APPROVAL' },
    });
  };

  const expire = () => {
    const message = 'Nobody decided in time';
    order.steps.fail('AWAIT_APPROVAL', 1, { code: 'APPROVAL_TIMEOUT', message });
    return saga.abort({
      status: 'EXPIRED',
      failure: { code: 'APPROVAL_TIMEOUT', message, step: 'AWAIT_APPROVAL' },
    });
  };

  return { approve, reject, expire };
}
