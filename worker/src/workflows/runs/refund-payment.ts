import { ActivityFailure } from '@temporalio/workflow';
import { type RefundCommand, type RefundOutcome, refusalOfRefund } from '@waybill/contracts/domain';
import { toStepFailure } from '../shared/activities/failure.ts';
import { findRefund, giveBack, recordRefund } from './activities/proxies.ts';
import { readRefundCommand } from './state/read-started-run.ts';

/**
 * Refunds a payment, whole or in part, and has the run record it. A repeated command is the same refund: it is looked
 * up first, and the provider identifies it by its key.
 */
export async function refundPayment(input: RefundCommand): Promise<RefundOutcome> {
  const command = readRefundCommand(input);
  const ref = { ...command, orderId: command.runId };

  const { outcome, refundedBefore } = await findRefund(ref);
  if (outcome) return outcome;

  try {
    const { given } = await giveBack({ ...ref, refundedBefore });
    await recordRefund({ ...ref, given });
    return { refusal: null, error: null };
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
    const { refused, code, message } = toStepFailure(failure);
    if (!refused) throw failure;
    return { refusal: refusalOfRefund(code), error: { code, message } };
  }
}
