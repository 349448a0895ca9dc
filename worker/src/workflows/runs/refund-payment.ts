import { ActivityFailure } from '@temporalio/workflow';
import { type RefundCommand, type RefundOutcome, refusalOfRefund } from '@waybill/contracts/domain';
import { toStepFailure } from '../shared/activities/failure.ts';
import { findRefund, giveBack, recordRefund } from './activities/proxies.ts';

/**
 * Gives back what a payment captured, or a part of it, and has the run record it. The same command is the same refund: it
 * is looked for first, and the provider knows it by its key.
 */
export async function refundPayment(command: RefundCommand): Promise<RefundOutcome> {
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
