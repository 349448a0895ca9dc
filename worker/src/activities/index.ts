import type { Client } from '@temporalio/client';
import type { OrderBookClient } from '@waybill/order-book-client';
import {
  createExecutions,
  createOrders,
  createRunExecutions,
  createRuns,
  type Orders,
  type RecoveryQueues,
  type Runs,
} from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { reportingAttention } from './attention.ts';
import { createBackOffActivities } from './back-off.ts';
import { createBookAuditActivities } from './book-audit.ts';
import { createCatalogueActivities } from './catalogue.ts';
import { createEnrichmentActivities } from './enrichment.ts';
import { createInventoryActivities } from './inventory.ts';
import { createNotificationActivities } from './notification.ts';
import { createOrderBookActivities } from './order-book.ts';
import { createPaymentActivities } from './payment.ts';
import { type AskOrder, createAskOrder, createQuestionActivities } from './questions.ts';
import { createRecoveryActivities } from './recovery.ts';
import { createRepairActivities } from './repair.ts';
import { createRunBookActivities } from './runs/book.ts';
import { createContextActivities } from './runs/context.ts';
import { createGreetingActivities } from './runs/greeting.ts';
import { createPlacementActivities } from './runs/placement.ts';
import { createRunRecoveryActivities } from './runs/recovery.ts';
import { createRefundActivities } from './runs/refund.ts';
import { createShippingActivities, type ShippingSettings } from './shipping.ts';
import { createSweepActivities } from './sweep.ts';
import { createValidationActivities } from './validation.ts';

/** The activities of orders on the queue `orders`. */
export const createOrdersActivities = (providers: ProvidersClient, book: OrderBookClient) => ({
  ...createValidationActivities(),
  ...createCatalogueActivities(providers),
  ...createEnrichmentActivities(providers),
  ...createPaymentActivities(providers),
  ...createInventoryActivities(providers),
  ...createNotificationActivities(providers),
  ...createOrderBookActivities(book),
});

type RunDependencies = {
  providers: ProvidersClient;
  book: OrderBookClient;
  orders: Pick<Orders, 'place'>;
  runs: Pick<Runs, 'tellRefund'>;
};

/** The activities of runs on the queue `orders`. */
export const createRunActivities = (dependencies: RunDependencies) => ({
  ...createRunBookActivities(dependencies.book),
  ...createContextActivities(dependencies.providers),
  ...createGreetingActivities(),
  ...createPlacementActivities(dependencies),
  ...createRefundActivities(dependencies),
});

/** The activities of the queue `shipping`. */
export const createShipmentActivities = (providers: ProvidersClient, ask: AskOrder, settings: ShippingSettings) => ({
  ...createShippingActivities(providers, settings),
  ...createQuestionActivities(ask),
});

type Settings = ShippingSettings & RecoveryQueues;
type Clients = { providers: ProvidersClient; book: OrderBookClient; client: Client };

/** The activities of each queue. */
export function createActivities({ providers, book, client }: Clients, { labelHeartbeatMs, ...queues }: Settings) {
  const engine = createExecutions(client, queues);
  const { taskQueue } = queues;
  const orders = createOrders(client, { taskQueue });
  const runs = createRuns(client, { taskQueue });
  const ofRuns = createRunExecutions(client, queues);
  return {
    orders: {
      ...reportingAttention(createOrdersActivities(providers, book), book),
      ...reportingAttention(createRunActivities({ providers, book, orders, runs }), book),
      ...createBookAuditActivities({ book, providers }, { ...engine, runs: ofRuns }),
      ...createSweepActivities({ book, providers }),
      ...createRecoveryActivities(providers, book, engine),
      ...createRunRecoveryActivities(book.runs, ofRuns),
      ...createRepairActivities(book),
      ...createBackOffActivities(engine),
    },
    shipping: reportingAttention(
      createShipmentActivities(providers, createAskOrder(client), { labelHeartbeatMs }),
      book,
    ),
  };
}

export {
  type AskOrder,
  createAskOrder,
  createBackOffActivities,
  createBookAuditActivities,
  createRecoveryActivities,
  createRepairActivities,
  createRunRecoveryActivities,
  reportingAttention,
  type ShippingSettings,
};
