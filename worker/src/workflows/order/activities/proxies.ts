import { proxyActivities, proxyLocalActivities, proxySinks } from '@temporalio/workflow';
import { type PlacedOrder, shipment } from '@waybill/contracts/domain';
import type { EnrichmentActivities } from '../../../activities/enrichment.ts';
import type { InventoryActivities } from '../../../activities/inventory.ts';
import type { NotificationActivities } from '../../../activities/notification.ts';
import type { OrderBookActivities, OrderBookSinks } from '../../../activities/order-book.ts';
import type { PaymentActivities } from '../../../activities/payment.ts';
import type { QuestionActivities } from '../../../activities/questions.ts';
import type { RecoveryActivities } from '../../../activities/recovery.ts';
import type { ShippingActivities } from '../../../activities/shipping.ts';
import type { ValidationActivities } from '../../../activities/validation.ts';
import { compensationRetries, internalRetries, localRetries, stepRetries } from './retries.ts';

// Every activity that the workflows of an order call, by its retry policy.

type Retried = Pick<PlacedOrder, 'patience'>;

/** The steps of an order: each gives up after the attempts that the order allows it. */
export function createStepActivities(order: Retried) {
  const { readProfile, checkStock, readRecommendations } = proxyActivities<EnrichmentActivities>(
    stepRetries('ENRICH', order),
  );
  const { authorizePayment } = proxyActivities<PaymentActivities>(stepRetries('AUTHORIZE_PAYMENT', order));
  const { reserveInventory } = proxyActivities<InventoryActivities>(stepRetries('RESERVE_INVENTORY', order));
  const { capturePayment } = proxyActivities<PaymentActivities>(stepRetries('CAPTURE_PAYMENT', order));
  const { notifyCustomer } = proxyActivities<NotificationActivities>(stepRetries('NOTIFY_CUSTOMER', order));
  return {
    readProfile,
    checkStock,
    readRecommendations,
    authorizePayment,
    reserveInventory,
    capturePayment,
    notifyCustomer,
  };
}

export type StepActivities = ReturnType<typeof createStepActivities>;

/** The steps of a shipment. */
export function createShippingActivities(order: Retried) {
  const { preparePackage } = proxyActivities<ShippingActivities>(stepRetries('PREPARE_PACKAGE', order));
  const { createLabel } = proxyActivities<ShippingActivities>(stepRetries('CREATE_LABEL', order));
  const { dispatchCarrier } = proxyActivities<ShippingActivities>(stepRetries('DISPATCH_CARRIER', order));
  return { preparePackage, createLabel, dispatchCarrier };
}

/** Compensations, and the return of an order to what it held before: they never give up. */
export const payment = proxyActivities<PaymentActivities>(compensationRetries);
export const inventory = proxyActivities<InventoryActivities>(compensationRetries);
export const createCarrier = (taskQueue: string = shipment.taskQueue) =>
  proxyActivities<ShippingActivities>({ ...compensationRetries, taskQueue });

/** What needs no provider is tried until it works. */
export const { validateOrder } = proxyActivities<ValidationActivities>(internalRetries);
export const { settleAddress, clearDispatch } = proxyActivities<QuestionActivities>(internalRetries);

/** A firm write is tried until it works. A write beside the history may come to nothing; so may one of an old order, by a local activity. */
export const firmly = proxyActivities<OrderBookActivities>(internalRetries);
export const { orderBook: besideHistory } = proxySinks<OrderBookSinks>();
export const locally = proxyLocalActivities<OrderBookActivities>(localRetries);

export const { takeOverOrder } = proxyActivities<RecoveryActivities>({
  ...internalRetries,
  startToCloseTimeout: '60s',
});
export const { compareRun, handOverOrder } = proxyActivities<RecoveryActivities>({
  ...internalRetries,
  startToCloseTimeout: '30s',
});
export const { askProviders } = proxyActivities<RecoveryActivities>(compensationRetries);
