import { ActivityFailure } from '@temporalio/workflow';
import type { Payment, UndoableStep } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import { createClosingActivities, createCompensatingActivities } from '../activities/proxies.ts';
import { createOrderCompensation, type OrderCompensation } from '../saga/compensation.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { recordPayment, recordShipment } from './record.ts';

/**
 * The compensations of an order, for its own saga and for its recovery. The order may name the task queue of its
 * shipment.
 *
 * A compensation that was carried out by hand is called once more, so that the provider refuses late calls of the step.
 * Except for a refund, which would pay twice: the release that follows it closes the payment.
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
        // A captured payment is refunded or kept: its hold is used up, and its release does not change that.
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

/** The same by the step that they compensate; a missing compensation does not compile. */
export const byStep = (compensations: Compensations): { [Step in UndoableStep]: OrderCompensation<Step> } => ({
  AUTHORIZE_PAYMENT: compensations.releasePayment,
  RESERVE_INVENTORY: compensations.releaseInventory,
  CAPTURE_PAYMENT: compensations.refundPayment,
  PREPARE_PACKAGE: compensations.cancelShipment,
  CREATE_LABEL: compensations.cancelLabel,
});
