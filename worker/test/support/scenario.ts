import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { PlacedOrder } from '@waybill/contracts/words';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { test as base, inject } from 'vitest';
import { openWorkers, ordersActivities, runAll, shippingActivities, WorkerSettings } from '../../src/index.ts';
import { record } from './recording.ts';
import { Shop } from './shop.ts';

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

/** Opens a shop for one order; every shop has providers and a book of its own. */
type OpenShop = (order?: Partial<PlacedOrder>) => Shop;

/** A test against the real engine and the real workflow code; only the providers and the book are scripted. */
export const scenario = base
  .extend('street', { scope: 'file' }, async ({}, { onCleanup }) => {
    const address = inject('temporalAddress');
    const shops = new Map<string, Shop>();
    const connection = await NativeConnection.connect({ address });
    const clientConnection = await Connection.connect({ address });
    const workers = await openWorkers({
      connection,
      activities: activitiesOf(shops),
      workflowBundle: await bundleWorkflowCode({
        workflowsPath: new URL('../../src/workflows/index.ts', import.meta.url).pathname,
        logger: new DefaultLogger('ERROR'),
      }),
      settings: WorkerSettings.parse({}),
    });
    const stopWorkers = runAll(workers, (error) => {
      throw error;
    });
    onCleanup(async () => {
      await stopWorkers();
      await connection.close();
      await clientConnection.close();
    });
    return { shops, client: new Client({ connection: clientConnection }) };
  })
  .extend('shop', ({ street: { shops, client }, task }, { onCleanup }): OpenShop => {
    const opened: Shop[] = [];
    onCleanup(() => record(task, opened));
    return (order) => {
      const shop = new Shop(client, order);
      shops.set(shop.placed.orderId, shop);
      opened.push(shop);
      return shop;
    };
  });

/** The real activities, each call going to the shop of its order, which is also its correlation id. */
function activitiesOf(shops: Map<string, Shop>) {
  const shopOf = (orderId: string) => {
    const shop = shops.get(orderId);
    if (!shop) throw new Error(`No shop knows ${orderId}`);
    return shop;
  };
  const domain = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => (request: unknown, call: { correlationId: string }) => {
          const { providers } = shopOf(call.correlationId).script;
          return Reflect.get(Reflect.get(providers, name), method)(request, call);
        },
      },
    );
  const providers = new Proxy({}, { get: (_, name: string) => domain(name) }) as ProvidersClient;
  const book = {
    record: (orderId: string, request: never) => shopOf(orderId).book.record(orderId, request),
  } as unknown as OrderBookClient;
  return {
    orders: ordersActivities(providers, book),
    shipping: shippingActivities(providers, { labelHeartbeatMs: 50 }),
  };
}
