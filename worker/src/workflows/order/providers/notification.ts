import { TemporalFailure } from '@temporalio/workflow';
import type { FinalStatus, OrderState } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import type { CustomerNotification } from '../../../activities/notification.ts';
import type { StepActivities } from '../activities/proxies.ts';
import type { TakeOrderStep } from '../saga/step.ts';
import type { OrderRecord } from '../state/order-record.ts';

const kinds: Record<FinalStatus, CustomerNotification['kind']> = {
  SHIPPED: 'CONFIRMATION',
  REJECTED: 'REJECTION',
  CANCELLED: 'CANCELLATION',
  EXPIRED: 'EXPIRY',
  FAILED: 'FAILURE',
};

/** The message to the customer for each end of the order. */
export function notificationFor({ status, customerEmail, failure, shipment }: OrderState): CustomerNotification {
  const kind = kinds[status as FinalStatus] ?? 'FAILURE';
  const detail = failure?.message ?? shipment?.trackingNumber ?? null;
  return { kind, recipient: customerEmail, detail };
}

/** Takes the step NOTIFY_CUSTOMER. A message that cannot be sent does not fail the order. */
export async function notifyCustomer(
  orderRef: OrderRef,
  order: OrderRecord,
  activities: Pick<StepActivities, 'notifyCustomer'>,
  takeStep: TakeOrderStep,
): Promise<void> {
  const run = () => activities.notifyCustomer({ ...orderRef, ...notificationFor(order.state) });
  await takeStep('NOTIFY_CUSTOMER', { run }).catch((failure: unknown) => {
    if (!(failure instanceof TemporalFailure)) throw failure;
  });
}
