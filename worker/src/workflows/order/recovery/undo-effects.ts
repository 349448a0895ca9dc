import { CancellationScope, patched, workflowInfo } from '@temporalio/workflow';
import { runIdShape, type UndoableStep, undoableRunSteps, undoableSteps } from '@waybill/contracts/domain';
import type { UnknownOrder } from '../../../activities/repair.ts';
import { isText, readInput } from '../../shared/state/read-input.ts';
import { createCompensatingActivities, journalRepair } from '../activities/proxies.ts';

/**
 * Undoes the effects of an order or a payment that neither order book nor engine knows, such as one that was placed
 * after the backup from which they were restored. It runs under the order's own workflow id, so the order cannot be
 * placed concurrently, and uses the keys of its own compensations. It is journaled before anything is undone.
 */
export async function undoEffects(input: UnknownOrder & { shippingQueue?: string }): Promise<void> {
  const unknown = readInput(input, { orderId: isText, actor: isText, differences: Array.isArray });
  await CancellationScope.nonCancellable(async () => {
    const orderRef = { orderId: unknown.orderId, correlationId: workflowInfo().runId };
    await journalRepair({ ...orderRef, ...unknown });
    const undo = createCompensatingActivities(unknown.shippingQueue);
    const compensations: Record<UndoableStep, () => Promise<unknown>> = {
      AUTHORIZE_PAYMENT: () => undo.releasePayment(orderRef),
      RESERVE_INVENTORY: () => undo.releaseInventory(orderRef),
      CAPTURE_PAYMENT: () => undo.refundPayment(orderRef),
      PREPARE_PACKAGE: () => undo.cancelShipment(orderRef),
      CREATE_LABEL: () => undo.cancelLabel(orderRef),
    };
    const refusals: unknown[] = [];
    for (const step of stepsToUndo(unknown).toReversed()) {
      await compensations[step]().catch((refusal: unknown) => refusals.push(refusal));
    }
    if (refusals.length > 0) throw refusals[0];
  });
}

/** A payment took no stock and shipped nothing; the providers of these refuse its id. */
const stepsToUndo = ({ orderId }: UnknownOrder): readonly UndoableStep[] =>
  runIdShape.test(orderId) && patched('payment-undone') ? undoableRunSteps : undoableSteps;
