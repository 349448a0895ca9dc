import type { CallOptions } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { type AskOrder, createOrdersActivities, createShipmentActivities } from '../../src/index.ts';
import type { TestRun } from './test-run.ts';
import type { TestShop } from './test-shop.ts';

/** What of an open shop is called by its order's activities. */
export type Open =
  | {
      script: Pick<TestShop['script'], 'providers'>;
      book: Pick<TestShop['book'], 'record' | 'find' | 'takeOver' | 'keepUndone'>;
    }
  | Pick<TestRun, 'runId' | 'refunded' | 'script' | 'book'>;

/** The clients of providers and book, each call going to the shop of its order; a call that names none has it as its correlation id. */
export function clientsOf(shops: ReadonlyMap<string, Open>) {
  const shopOf = (orderId: string) => {
    const shop = shops.get(orderId);
    if (!shop) throw new Error(`No shop knows ${orderId}`);
    return shop;
  };
  const domain = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => (request: { orderId?: string }, call: { correlationId: string }) => {
          const { providers } = shopOf(request.orderId ?? call.correlationId).script;
          return Reflect.get(Reflect.get(providers, name), method)(request, call);
        },
      },
    );
  const providers = new Proxy({}, { get: (_, name: string) => domain(name) }) as ProvidersClient;
  const bookOf = (orderId: string) => shopOf(orderId).book as TestShop['book'];
  const runBookOf = (runId: string) => shopOf(runId).book as TestRun['book'];
  const book = {
    record: (orderId: string, request: never, call: CallOptions) => bookOf(orderId).record(orderId, request, call),
    find: (orderId: string) => bookOf(orderId).find(),
    takeOver: (orderId: string, epoch: number) => bookOf(orderId).takeOver(orderId, epoch),
    keepUndone: (orderId: string, undone: never) => bookOf(orderId).keepUndone(orderId, undone),
    runs: {
      record: (runId: string, request: never) => runBookOf(runId).record(runId, request),
      find: (runId: string) => runBookOf(runId).find(),
      takeOver: (runId: string, epoch: number) => runBookOf(runId).takeOver(runId, epoch),
    },
    identity: async () => undefined,
  } as unknown as OrderBookClient;
  return { providers, book };
}

/** The real activities of orders and shipments. */
export function activitiesOf(shops: ReadonlyMap<string, Open>, ask: AskOrder) {
  const { providers, book } = clientsOf(shops);
  return {
    orders: createOrdersActivities(providers, book),
    shipping: createShipmentActivities(providers, ask, { labelHeartbeatMs: 50 }),
  };
}
