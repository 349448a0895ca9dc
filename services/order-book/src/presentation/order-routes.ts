import { HttpProblem } from '@waybill/platform';
import type { OrderBook } from '../application/order-book.ts';
import * as endpoints from './order-endpoints.ts';
import { bookRouter } from './problems.ts';

/** The order book over HTTP. Waiting polls return when `stopping` is aborted. */
export function createOrderBookRoutes(book: OrderBook, sweep: () => Promise<void>, stopping: AbortSignal) {
  const app = bookRouter();
  app.openapi(endpoints.recordOrder, async (c) => {
    const request = c.req.valid('json');
    if (request.order.orderId !== c.req.valid('param').orderId) throw anotherOrder();
    return c.json(await book.record(request), 200);
  });
  app.openapi(endpoints.findOrder, async (c) => c.json(await book.find(c.req.valid('param').orderId), 200));
  app.openapi(endpoints.attendToOrder, async (c) =>
    c.json(await book.attend(c.req.valid('param').orderId, c.req.valid('json')), 200),
  );
  app.openapi(endpoints.takeOverOrder, async (c) =>
    c.json(await book.takeOver(c.req.valid('param').orderId, c.req.valid('json')), 200),
  );
  app.openapi(endpoints.readJournal, async (c) =>
    c.json(await book.journal(c.req.valid('param').orderId, c.req.valid('query')), 200),
  );
  app.openapi(endpoints.readFullJournal, async (c) => c.json(await book.fullJournal(c.req.valid('query')), 200));
  app.openapi(endpoints.findOrders, async (c) => c.json({ orders: await book.byIds(c.req.valid('json').ids) }, 200));
  app.openapi(endpoints.pageOfOrders, async (c) => c.json(await book.page(c.req.valid('json')), 200));
  app.openapi(endpoints.readUnbalanced, async (c) => c.json(await book.unbalanced(), 200));
  app.openapi(endpoints.countOrders, async (c) => c.json(await book.counts(c.req.valid('query').customerId), 200));
  app.openapi(endpoints.openOrders, async (c) => c.json(await book.openOrders(c.req.valid('query')), 200));
  app.openapi(endpoints.followChanges, async (c) => {
    const { after, waitMs } = c.req.valid('query');
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    return c.json(await book.changes({ after, waitMs, signal }), 200);
  });
  app.openapi(endpoints.sweepFeeds, async (c) => {
    await sweep();
    return c.json({ swept: true as const }, 200);
  });
  return app;
}

const anotherOrder = () =>
  new HttpProblem(400, 'INVALID_REQUEST', 'The order id in the body differs from the one in the path', [
    { path: ['order', 'orderId'], message: 'differs from the id in the path' },
  ]);
