import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { HttpProblem, router } from '@waybill/platform';
import type { OrderBook } from '../application/order-book.ts';
import { asProblem } from './problems.ts';

const problem = { content: { 'application/problem+json': { schema: shapes.Problem } } };
const refused = { description: 'The request has a shape or a value that is wrong', ...problem };
const unknown = { description: 'The book has no such order', ...problem };
const down = {
  description: 'The database cannot be reached just now; `Retry-After` says when to ask again',
  ...problem,
};
const tooLarge = { description: 'The body is too large', ...problem };

const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ ...json(schema), required: true });
const answer = <T extends z.ZodType>(description: string, schema: T) => ({ description, ...json(schema) });

const params = z.object({ orderId: z.string().min(1) });
const wholeNumber = (most: number) => z.coerce.number().int().min(1).max(most);

const recordOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}',
  summary: 'Record a state and journal entries of an order',
  request: { params, body: body(shapes.RecordRequest) },
  responses: {
    200: answer('How far the book is with the order now', shapes.Recorded),
    400: refused,
    409: { description: 'The order id is taken, or the status does not follow from the one in the book', ...problem },
    413: tooLarge,
    503: down,
  },
});

const findOrder = createRoute({
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'One order',
  request: { params },
  responses: { 200: answer('The order', shapes.BookedOrder), 400: refused, 404: unknown, 503: down },
});

const attendToOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/attention',
  summary: 'Say that a person should look at an order, or that none need any more',
  request: { params, body: body(shapes.AttentionRequest) },
  responses: {
    200: answer('Whom the order needs now', shapes.Attended),
    400: refused,
    404: unknown,
    413: tooLarge,
    503: down,
  },
});

const readJournal = createRoute({
  method: 'get',
  path: '/orders/{orderId}/journal',
  summary: 'A page of the journal of an order, oldest entry first',
  request: { params, query: shapes.JournalQuery },
  responses: { 200: answer('Entries without a gap', shapes.JournalPage), 400: refused, 404: unknown, 503: down },
});

const findOrders = createRoute({
  method: 'post',
  path: '/orders/by-ids',
  summary: 'Those of up to 100 orders that the book has',
  request: { body: body(shapes.ByIdsRequest) },
  responses: {
    200: answer('The orders, in no particular order', shapes.BookedOrders),
    400: refused,
    413: tooLarge,
    503: down,
  },
});

const pageOfOrders = createRoute({
  method: 'post',
  path: '/orders/page',
  summary: 'A page of a filtered and sorted list of orders',
  request: { body: body(shapes.PageRequest) },
  responses: { 200: answer('The page', shapes.OrderPage), 400: refused, 413: tooLarge, 503: down },
});

const openOrders = createRoute({
  method: 'get',
  path: '/open-orders',
  summary: 'How far the book is with the orders that it holds to be open, by order id',
  request: { query: z.strictObject({ after: z.string().default(''), first: wholeNumber(1000).default(100) }) },
  responses: { 200: answer('The orders', shapes.OpenOrdersPage), 400: refused, 503: down },
});

const followChanges = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'The changes after a cursor; a long poll',
  request: {
    query: z.strictObject({
      after: z.string().optional(),
      waitMs: z.coerce.number().int().min(0).max(60_000).default(0),
    }),
  },
  responses: { 200: answer('The changes, each order once', shapes.ChangePage), 400: refused, 503: down },
});

/** The order book over HTTP. Polls that wait are let go when `stopping` says so. */
export function orderBookRoutes(book: OrderBook, stopping: AbortSignal) {
  const app = router();
  app.onError((error) => {
    throw asProblem(error);
  });

  app.openapi(recordOrder, async (c) => {
    const request = c.req.valid('json');
    if (request.order.orderId !== c.req.valid('param').orderId) throw anotherOrder();
    return c.json(await book.record(request), 200);
  });
  app.openapi(findOrder, async (c) => c.json(await book.find(c.req.valid('param').orderId), 200));
  app.openapi(attendToOrder, async (c) =>
    c.json(await book.attend(c.req.valid('param').orderId, c.req.valid('json')), 200),
  );
  app.openapi(readJournal, async (c) =>
    c.json(await book.journal(c.req.valid('param').orderId, c.req.valid('query')), 200),
  );
  app.openapi(findOrders, async (c) => c.json({ orders: await book.byIds(c.req.valid('json').ids) }, 200));
  app.openapi(pageOfOrders, async (c) => c.json(await book.page(c.req.valid('json')), 200));
  app.openapi(openOrders, async (c) => c.json(await book.openOrders(c.req.valid('query')), 200));
  app.openapi(followChanges, async (c) => {
    const { after, waitMs } = c.req.valid('query');
    const signal = AbortSignal.any([c.req.raw.signal, stopping]);
    return c.json(await book.changes({ after, waitMs, signal }), 200);
  });
  return app;
}

const anotherOrder = () =>
  new HttpProblem(400, 'INVALID_REQUEST', 'The order in the body is not the one in the path', [
    { path: ['order', 'orderId'], message: 'is not the id in the path' },
  ]);
