import { ActivityFailure } from '@temporalio/workflow';
import type { Payment, UndoableStep } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempted.ts';
import { createClosingActivities, createCompensatingActivities } from '../activities/proxies.ts';
import { createOrderCompensation, type OrderCompensation } from '../saga/compensation.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { recordPayment, recordShipment } from './record.ts';

/**
 * The compensations of an order, for its own saga and for its recovery. The task queue of its shipment may be its own.
 *
 * One that was made by hand elsewhere is asked for once more, so that the provider refuses what may come late. Only a
 * refund is not, for that would pay twice: the release that follows it closes the payment.
 */
export function createCompensations(order: OrderRecord, orderRef: OrderRef, shippingQueue?: string) {
  const undo = createCompensatingActivities(shippingQueue);
  const once = createClosingActivities(shippingQueue);
  const paid = recordPayment(order);
  const cancelled = recordShipment(order, 'CANCELLED');
  return {
    releasePayment: createOrderCompensation(
      'AUTHORIZE_PAYMENT',
      () => undo.releasePayment(orderRef).then(paid),
      () => {
        // What was captured is refunded or still kept: its hold is used up, and says nothing of the money.
        if (!isCaptured(order.state.payment)) order.updatePayment({ status: 'RELEASED' });
        return tried(once.releasePayment(orderRef));
      },
    ),
    releaseInventory: createOrderCompensation(
      'RESERVE_INVENTORY',
      () => undo.releaseInventory(orderRef),
      () => tried(once.releaseInventory(orderRef)),
    ),
    refundPayment: createOrderCompensation(
      'CAPTURE_PAYMENT',
      () => undo.refundPayment(orderRef).then(paid),
      async () => order.updatePayment({ status: 'REFUNDED' }),
    ),
    cancelShipment: createOrderCompensation(
      'PREPARE_PACKAGE',
      () => undo.cancelShipment(orderRef).then(cancelled),
      () => {
        cancelled({});
        return tried(once.cancelShipment(orderRef));
      },
    ),
    cancelLabel: createOrderCompensation(
      'CREATE_LABEL',
      () => undo.cancelLabel(orderRef),
      () => tried(once.cancelLabel(orderRef)),
    ),
  };
}

const isCaptured = (payment: Payment | null): boolean =>
  payment?.status === 'CAPTURED' || payment?.status === 'REFUNDED';

const tried = (attempt: Promise<unknown>): Promise<void> =>
  attempt.then(
    () => undefined,
    (failure: unknown) => {
      if (!(failure instanceof ActivityFailure)) throw failure;
    },
  );

export type Compensations = ReturnType<typeof createCompensations>;

/** The same by the step that they undo; a step that lacks its compensation does not compile. */
export const byStep = (compensations: Compensations): { [Step in UndoableStep]: OrderCompensation<Step> } => ({
  AUTHORIZE_PAYMENT: compensations.releasePayment,
  RESERVE_INVENTORY: compensations.releaseInventory,
  CAPTURE_PAYMENT: compensations.refundPayment,
  PREPARE_PACKAGE: compensations.cancelShipment,
  CREATE_LABEL: compensations.cancelLabel,
});
