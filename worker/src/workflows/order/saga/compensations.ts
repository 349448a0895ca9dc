import { proxyActivities } from '@temporalio/workflow';
import { shipment, type UndoableStep } from '@waybill/contracts/words';
import type { Which } from '../../../activities/attempted.ts';
import type { InventoryActivities } from '../../../activities/inventory.ts';
import type { PaymentActivities } from '../../../activities/payment.ts';
import type { ShippingActivities } from '../../../activities/shipping.ts';
import { neverGivesUp } from '../activities/patience.ts';
import { notingPayment, notingShipment } from '../state/notes.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Undone } from './undos.ts';

const { releasePayment, refundPayment } = proxyActivities<PaymentActivities>(neverGivesUp);
const { releaseInventory } = proxyActivities<InventoryActivities>(neverGivesUp);

/** The order, and where its shipment is worked on. */
export type Whose = Which & { shippingQueue?: string | undefined };

/** What takes each step of an order back, for the order itself and for its recovery. */
export function compensationsOf(order: OrderRecord, whose: Whose): Record<UndoableStep, () => Promise<Undone>> {
  const { shippingQueue: taskQueue = shipment.taskQueue, ...which } = whose;
  const { cancelLabel, cancelShipment } = proxyActivities<ShippingActivities>({ ...neverGivesUp, taskQueue });
  const noted = notingPayment(order);
  return {
    AUTHORIZE_PAYMENT: () => releasePayment(which).then(noted),
    RESERVE_INVENTORY: () => releaseInventory(which),
    CAPTURE_PAYMENT: () => refundPayment(which).then(noted),
    PREPARE_PACKAGE: () => cancelShipment(which).then(notingShipment(order, 'CANCELLED')),
    CREATE_LABEL: () => cancelLabel(which),
  };
}
