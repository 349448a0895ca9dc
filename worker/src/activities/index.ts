import type { Client } from '@temporalio/client';
import type { OrderBookClient } from '@waybill/order-book-client';
import { openOrdersOn, type RecoveryQueues } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { type AskOrder, askingActivities, askingOrdersOn } from './asking.ts';
import { bookAuditActivities } from './book-audit.ts';
import { enrichmentActivities } from './enrichment.ts';
import { inventoryActivities } from './inventory.ts';
import { notificationActivities } from './notification.ts';
import { orderBookActivities } from './order-book.ts';
import { paymentActivities } from './payment.ts';
import { recoveryActivities } from './recovery.ts';
import { type ShippingSettings, shippingActivities } from './shipping.ts';
import { tellingWhenStuck } from './stuck.ts';
import { validationActivities } from './validation.ts';

/** What the workers of the queue `orders` can do. */
export const ordersActivities = (providers: ProvidersClient, book: OrderBookClient) => ({
  ...validationActivities(),
  ...enrichmentActivities(providers),
  ...paymentActivities(providers),
  ...inventoryActivities(providers),
  ...notificationActivities(providers),
  ...orderBookActivities(book),
});

/** What the workers of the queue `shipping` can do. */
export const shipmentActivities = (providers: ProvidersClient, ask: AskOrder, settings: ShippingSettings) => ({
  ...shippingActivities(providers, settings),
  ...askingActivities(ask),
});

type Settings = ShippingSettings & RecoveryQueues;
type Neighbours = { providers: ProvidersClient; book: OrderBookClient; client: Client };

/** What the workers of each queue can do. */
export function activitiesWith({ providers, book, client }: Neighbours, { labelHeartbeatMs, ...queues }: Settings) {
  const engine = openOrdersOn(client, queues);
  return {
    orders: {
      ...tellingWhenStuck(ordersActivities(providers, book), book),
      ...bookAuditActivities(book, engine),
      ...recoveryActivities(providers, book, engine),
    },
    shipping: tellingWhenStuck(shipmentActivities(providers, askingOrdersOn(client), { labelHeartbeatMs }), book),
  };
}

export {
  type AskOrder,
  askingOrdersOn,
  bookAuditActivities,
  recoveryActivities,
  type ShippingSettings,
  tellingWhenStuck,
};
