import { type Log, serveDocs, serviceApp } from '@waybill/platform';
import { createOrderBook } from './application/order-book.ts';
import { createRunBook } from './application/run-book.ts';
import { createSweep } from './infrastructure/compact.ts';
import { type BooksSettings, openBooks } from './infrastructure/open-books.ts';
import { createOrderMetrics, reportOrders } from './infrastructure/order-metrics.ts';
import { createIdentityRoutes } from './presentation/identity-routes.ts';
import { createOrderBookRoutes } from './presentation/order-routes.ts';
import { createRunRoutes } from './presentation/run-routes.ts';

export type OrderBookService = {
  app: ReturnType<typeof serviceApp>;
  /** Completes the waiting polls, and accepts no further ones. */
  letGo: () => void;
  close: () => Promise<void>;
};

/** A write can contain a hundred lines and a thousand journal entries. */
const bodyLimitBytes = 2 * 1024 * 1024;

const description = 'The record of all orders and runs: their states, their journals, and the feeds of their changes.';

/** Assembles the order book. */
export async function openOrderBook({ log, ...settings }: BooksSettings & { log: Log }): Promise<OrderBookService> {
  const { books, notifier, runs, runNotifier, reachable, lost, close, ...database } = await openBooks(settings);
  const sweep = createSweep(database, settings.now);
  const stopping = new AbortController();

  const { registry } = settings;
  if (registry) reportOrders(books, registry);
  const observe = registry && createOrderMetrics(registry);
  const app = serviceApp({ log, registry, bodyLimitBytes });
  app.get('/health', (c) => (lost() ? c.json({ status: 'lost its database' }, 503) : c.json({ status: 'ok' })));
  app.get('/ready', async (c) =>
    (await reachable()) ? c.json({ status: 'ready' }) : c.json({ status: 'database unreachable' }, 503),
  );
  const orderBook = createOrderBook({ books, notifier, observe });
  app.route('/', createOrderBookRoutes(orderBook, sweep, stopping.signal));
  app.route('/', createIdentityRoutes(orderBook));
  app.route('/', createRunRoutes(createRunBook({ runs, runNotifier }), stopping.signal));
  serveDocs(app, { title: 'Waybill order book', version: '1', description });

  return {
    app,
    letGo: () => stopping.abort(),
    close,
  };
}
