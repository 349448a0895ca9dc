import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { answer, body, down, openQuery, pollQuery, problem, refused, tooLarge } from './responses.ts';

// The requests and responses of the order book over HTTP.

const unknown = { description: 'The order does not exist', ...problem };

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
    409: { description: 'The order id is taken, or the status transition is not allowed', ...problem },
    413: tooLarge,
    503: down,
  },
});

export const findOrder = createRoute({
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'Get an order',
  request: { params },
  responses: { 200: answer('The order', shapes.BookedOrder), 400: refused, 404: unknown, 503: down },
});

export const attendToOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/attention',
  summary: 'Set or clear whether an order needs attention',
  middleware: [needsBody],
  request: { params, body: body(shapes.AttentionRequest) },
  responses: {
    200: answer('The attention that the order needs now', shapes.Attended),
    400: refused,
    404: unknown,
    413: tooLarge,
    503: down,
  },
});

export const takeOverOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/epoch',
  summary: 'Take over an order: writes with a lower epoch are refused from then on',
  request: { params, body: body(shapes.TakeOverRequest) },
  responses: {
    200: answer('The order as the previous writers left it', shapes.BookedOrder),
    400: refused,
    404: unknown,
    409: { description: 'A higher epoch has been taken', ...problem },
    413: tooLarge,
    503: down,
  },
});

export const readJournal = createRoute({
  method: 'get',
  path: '/orders/{orderId}/journal',
  summary: 'List the journal entries of an order, oldest first',
  request: { params, query: shapes.JournalQuery },
  responses: { 200: answer('Entries without a gap', shapes.JournalPage), 400: refused, 404: unknown, 503: down },
});

export const readFullJournal = createRoute({
  method: 'get',
  path: '/journal',
  summary: 'List the journal entries of all orders, newest first',
  request: { query: shapes.FullJournalQuery },
  responses: { 200: answer('The page', shapes.FullJournalPage), 400: refused, 503: down },
});

export const findOrders = createRoute({
  method: 'post',
  path: '/orders/by-ids',
  summary: 'Get up to 100 orders by id',
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
  summary: 'List orders, filtered and sorted',
  middleware: [needsBody],
  request: { body: body(shapes.PageRequest) },
  responses: { 200: answer('The page', shapes.OrderPage), 400: refused, 413: tooLarge, 503: down },
});

export const countOrders = createRoute({
  method: 'get',
  path: '/order-counts',
  summary: 'Get how many orders there are, of one customer or of all',
  request: { query: shapes.OrderCountsQuery },
  responses: { 200: answer('The counts', shapes.OrderCounts), 400: refused, 503: down },
});

export const readUnbalanced = createRoute({
  method: 'get',
  path: '/unbalanced',
  summary: 'List the closed orders and payments whose effects at the providers differ from their end',
  responses: { 200: answer('The first of them, and how many there are', shapes.Unbalanced), 503: down },
});

export const openOrders = createRoute({
  method: 'get',
  path: '/open-orders',
  summary: 'List the recorded positions of open orders, by order id',
  request: {
    query: openQuery,
  },
  responses: { 200: answer('The orders', shapes.OpenOrdersPage), 400: refused, 503: down },
});

export const followChanges = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'Long poll for changes after a cursor',
  request: {
    query: pollQuery,
  },
  responses: {
    200: answer('The changes, each order once', shapes.ChangePage),
    400: refused,
    410: { description: 'The cursor predates the restore of a backup: start over', ...problem },
    503: down,
  },
});

export const sweepFeeds = createRoute({
  method: 'post',
  path: '/sweep',
  summary: 'Delete the older changes of orders and runs that have not changed for 7 days',
  responses: { 200: answer('Only the newest change of each is left', shapes.Swept), 503: down },
});
