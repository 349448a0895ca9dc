import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';

// What may be asked of the order book over HTTP, and what it answers.

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

export const recordOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}',
  summary: 'Record a state and journal entries of an order',
  middleware: [needsBody],
  request: { params, body: body(shapes.RecordRequest) },
  responses: {
    200: answer('How far the book is with the order now', shapes.Recorded),
    400: refused,
    409: { description: 'The order id is taken, or the status does not follow from the one in the book', ...problem },
    413: tooLarge,
    503: down,
  },
});

export const findOrder = createRoute({
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'One order',
  request: { params },
  responses: { 200: answer('The order', shapes.BookedOrder), 400: refused, 404: unknown, 503: down },
});

export const attendToOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/attention',
  summary: 'Say that a person should look at an order, or that none need any more',
  middleware: [needsBody],
  request: { params, body: body(shapes.AttentionRequest) },
  responses: {
    200: answer('Whom the order needs now', shapes.Attended),
    400: refused,
    404: unknown,
    413: tooLarge,
    503: down,
  },
});

export const takeOverOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/epoch',
  summary: 'Take an order over from everyone who writes it under a lower epoch',
  request: { params, body: body(shapes.TakeOverRequest) },
  responses: {
    200: answer('The order as they left it', shapes.BookedOrder),
    400: refused,
    404: unknown,
    409: { description: 'Somebody holds a higher epoch', ...problem },
    413: tooLarge,
    503: down,
  },
});

export const findIdentity = createRoute({
  method: 'get',
  path: '/identities/{id}',
  summary: 'Which order an order id, or the id that an idempotency key stands for, belongs to',
  request: { params: z.object({ id: z.string().min(1) }) },
  responses: { 200: answer('The order', shapes.Identity), 400: refused, 404: unknown, 503: down },
});

export const readJournal = createRoute({
  method: 'get',
  path: '/orders/{orderId}/journal',
  summary: 'A page of the journal of an order, oldest entry first',
  request: { params, query: shapes.JournalQuery },
  responses: { 200: answer('Entries without a gap', shapes.JournalPage), 400: refused, 404: unknown, 503: down },
});

export const findOrders = createRoute({
  method: 'post',
  path: '/orders/by-ids',
  summary: 'Those of up to 100 orders that the book has',
  middleware: [needsBody],
  request: { body: body(shapes.ByIdsRequest) },
  responses: {
    200: answer('The orders, in no particular order', shapes.BookedOrders),
    400: refused,
    413: tooLarge,
    503: down,
  },
});

export const pageOfOrders = createRoute({
  method: 'post',
  path: '/orders/page',
  summary: 'A page of a filtered and sorted list of orders',
  middleware: [needsBody],
  request: { body: body(shapes.PageRequest) },
  responses: { 200: answer('The page', shapes.OrderPage), 400: refused, 413: tooLarge, 503: down },
});

export const openOrders = createRoute({
  method: 'get',
  path: '/open-orders',
  summary: 'How far the book is with the orders that it holds to be open, by order id',
  request: {
    query: z.strictObject({ after: z.string().default(''), first: shapes.wholeNumber(1, 1000).default(100) }),
  },
  responses: { 200: answer('The orders', shapes.OpenOrdersPage), 400: refused, 503: down },
});

export const followChanges = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'The changes after a cursor; a long poll',
  request: {
    query: z.strictObject({
      after: z.string().optional(),
      waitMs: shapes.wholeNumber(0, 60_000).default(0),
    }),
  },
  responses: {
    200: answer('The changes, each order once', shapes.ChangePage),
    400: refused,
    410: { description: 'The cursor is from before a backup was restored: start over', ...problem },
    503: down,
  },
});
