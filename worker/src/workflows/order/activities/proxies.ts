import { type ActivityOptions, proxyActivities, proxyLocalActivities, proxySinks } from '@temporalio/workflow';
import { type PlacedOrder, shipment } from '@waybill/contracts/domain';
import type { BackOffActivities } from '../../../activities/back-off.ts';
import type { CatalogueActivities } from '../../../activities/catalogue.ts';
import type { EnrichmentActivities } from '../../../activities/enrichment.ts';
import type { InventoryActivities } from '../../../activities/inventory.ts';
import type { NotificationActivities } from '../../../activities/notification.ts';
import type { OrderBookActivities, OrderBookSinks } from '../../../activities/order-book.ts';
import type { PaymentActivities } from '../../../activities/payment.ts';
import type { QuestionActivities } from '../../../activities/questions.ts';
import type { RecoveryActivities } from '../../../activities/recovery.ts';
import type { RepairActivities } from '../../../activities/repair.ts';
import type { ShippingActivities } from '../../../activities/shipping.ts';
import type { ValidationActivities } from '../../../activities/validation.ts';
import {
  compensationRetries,
  internalRetries,
  localRetries,
  onceOnly,
  settleableRetries,
} from '../../shared/activities/retries.ts';
import { stepRetries } from './patience.ts';

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

/** Shrinking a hold back to what it was: retried without limit. */
export const payment = proxyActivities<PaymentActivities>(compensationRetries);
export const inventory = proxyActivities<InventoryActivities>(compensationRetries);

type CompensatingActivities = PaymentActivities & InventoryActivities & ShippingActivities;

/** Compensations: retried without limit, but a person may settle them. */
export const createCompensatingActivities = (shippingQueue: string = shipment.taskQueue) =>
  compensating(settleableRetries, shippingQueue);

/** The same once more after a settlement, tried once: it keeps the step from happening later. */
export const createClosingActivities = (shippingQueue: string = shipment.taskQueue) =>
  compensating(onceOnly, shippingQueue);

function compensating(options: ActivityOptions, shippingQueue: string) {
  const { releasePayment, refundPayment, releaseInventory } = proxyActivities<CompensatingActivities>(options);
  const { cancelShipment, cancelLabel } = proxyActivities<CompensatingActivities>({
    ...options,
    taskQueue: shippingQueue,
  });
  return { releasePayment, refundPayment, releaseInventory, cancelShipment, cancelLabel };
}

/** Activities without a provider: retried without limit. */
export const { validateOrder } = proxyActivities<ValidationActivities>(internalRetries);
export const { settleAddress, clearDispatch } = proxyActivities<QuestionActivities>(internalRetries);

/**
 * A firm write is retried without limit. A write in passing may be lost; so may one of an old order, by a local
 * activity.
 */
export const firmly = proxyActivities<OrderBookActivities>(internalRetries);
export const { orderBook: besideHistory } = proxySinks<OrderBookSinks>();
export const locally = proxyLocalActivities<OrderBookActivities>(localRetries);

export const { priceItem } = proxyActivities<CatalogueActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumAttempts: 3 },
});

export const { skipBackOff } = proxyActivities<BackOffActivities>({ ...internalRetries, scheduleToCloseTimeout: '5m' });

export const { takeOverOrder } = proxyActivities<RecoveryActivities>({
  ...internalRetries,
  startToCloseTimeout: '60s',
});
export const { journalRepair } = proxyActivities<RepairActivities>(internalRetries);
export const { compareRun, handOverOrder } = proxyActivities<RecoveryActivities>({
  ...internalRetries,
  startToCloseTimeout: '30s',
});
export const { askProviders } = proxyActivities<RecoveryActivities>(compensationRetries);
