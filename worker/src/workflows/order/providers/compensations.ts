import type { UndoableStep } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempted.ts';
import { createCarrier, inventory, payment } from '../activities/proxies.ts';
import { type Compensation, createCompensation } from '../saga/compensation-stack.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { recordPayment, recordShipment } from './record.ts';

/** The compensations of an order, for its own saga and for its recovery. The task queue of its shipment may be its own. */
export function createCompensations(order: OrderRecord, orderRef: OrderRef, shippingQueue?: string) {
  const carrier = createCarrier(shippingQueue);
  return {
    releasePayment: createCompensation('AUTHORIZE_PAYMENT', () =>
      payment.releasePayment(orderRef).then(recordPayment(order)),
    ),
    releaseInventory: createCompensation('RESERVE_INVENTORY', () => inventory.releaseInventory(orderRef)),
    refundPayment: createCompensation('CAPTURE_PAYMENT', () =>
      payment.refundPayment(orderRef).then(recordPayment(order)),
    ),
    cancelShipment: createCompensation('PREPARE_PACKAGE', () =>
      carrier.cancelShipment(orderRef).then(recordShipment(order, 'CANCELLED')),
    ),
    cancelLabel: createCompensation('CREATE_LABEL', () => carrier.cancelLabel(orderRef)),
  };
}

export type Compensations = ReturnType<typeof createCompensations>;

/** The same by the step that they undo; a step that lacks its compensation does not compile. */
export const byStep = (compensations: Compensations): { [Step in UndoableStep]: Compensation<Step> } => ({
  AUTHORIZE_PAYMENT: compensations.releasePayment,
  RESERVE_INVENTORY: compensations.releaseInventory,
  CAPTURE_PAYMENT: compensations.refundPayment,
  PREPARE_PACKAGE: compensations.cancelShipment,
  CREATE_LABEL: compensations.cancelLabel,
});
