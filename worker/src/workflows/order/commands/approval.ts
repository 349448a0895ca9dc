import { condition } from '@temporalio/workflow';
import { autoApproval, type PlacedOrder } from '@waybill/contracts/words';
import type { Story } from '../saga/story.ts';
import type { Word } from '../state/journal.ts';
import type { OrderRecord } from '../state/order-record.ts';

export type Approval = ReturnType<typeof approvalOf>;

/**
 * A person's decision on an order, or what stands in for one. It is written down at the moment that it is made, so that
 * of two contradicting decisions the first one holds.
 */
export function approvalOf(order: OrderRecord, story: Story, placed: PlacedOrder) {
  const { requiresApproval, approvalTimeoutMs, autoApproveAfterMs } = placed;
  const decidesItself = autoApproveAfterMs !== null && autoApproveAfterMs < approvalTimeoutMs;
  const patienceMs = decidesItself ? autoApproveAfterMs : approvalTimeoutMs;
  const undecided = () => order.steps.isRunning('AWAIT_APPROVAL');

  const approve = (by: Word, note: string | null) => {
    order.steps.completed('AWAIT_APPROVAL', 1, { approvedBy: by.actor, ...(note === null ? {} : { note }) }, by);
    order.became('APPROVED');
  };

  const reject = (by: Word, reason: string) => {
    order.steps.failed('AWAIT_APPROVAL', 1, { code: 'MANAGER_REJECTED', message: reason }, by);
    story.halt({
      status: 'REJECTED',
      by,
      failure: { code: 'MANAGER_REJECTED', message: reason, step: 'AWAIT_APPROVAL' },
    });
  };

  const expire = () => {
    const message = 'Nobody decided in time';
    order.steps.failed('AWAIT_APPROVAL', 1, { code: 'APPROVAL_TIMEOUT', message });
    return story.end({
      status: 'EXPIRED',
      failure: { code: 'APPROVAL_TIMEOUT', message, step: 'AWAIT_APPROVAL' },
    });
  };

  return {
    isNeeded: requiresApproval,
    approve,
    reject,

    /** Resolves when the order is approved. */
    async decision(): Promise<{ attempt: number }> {
      order.awaitsApproval(new Date(Date.now() + approvalTimeoutMs));
      await condition(() => !undecided(), patienceMs);
      if (undecided() && decidesItself) approve({ actor: autoApproval, correlationId: '' }, null);
      else if (undecided()) expire();
      return { attempt: 1 };
    },
  };
}
