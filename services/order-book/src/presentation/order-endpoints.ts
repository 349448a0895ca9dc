import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { answer, body, conflict, down, gone, openQuery, pollQuery, problem, reads, takes } from './responses.ts';

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
    ...takes('How far the book is with the order now', shapes.Recorded),
    ...conflict('The order id is taken, or the status transition is not allowed'),
  },
});

export const findOrder = createRoute({
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'Get an order',
  request: { params },
  responses: { ...reads('The order', shapes.BookedOrder), 404: unknown },
});

export const attendToOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/attention',
  summary: 'Set or clear whether an order needs attention',
  middleware: [needsBody],
  request: { params, body: body(shapes.AttentionRequest) },
  responses: { ...takes('The attention that the order needs now', shapes.Attended), 404: unknown },
});

export const takeOverOrder = createRoute({
  method: 'put',
  path: '/orders/{orderId}/epoch',
  summary: 'Take over an order: writes with a lower epoch are refused from then on',
  request: { params, body: body(shapes.TakeOverRequest) },
  responses: {
    ...takes('The order as the previous writers left it', shapes.BookedOrder),
    404: unknown,
    ...conflict('A higher epoch has been taken'),
  },
});

export const readJournal = createRoute({
  method: 'get',
  path: '/orders/{orderId}/journal',
  summary: 'List the journal entries of an order, oldest first',
  request: { params, query: shapes.JournalQuery },
  responses: { ...reads('Entries without a gap', shapes.JournalPage), 404: unknown },
});

export const readFullJournal = createRoute({
  method: 'get',
  path: '/journal',
  summary: 'List the journal entries of all orders, newest first',
  request: { query: shapes.FullJournalQuery },
  responses: reads('The page', shapes.FullJournalPage),
});

export const findOrders = createRoute({
  method: 'post',
  path: '/orders/by-ids',
  summary: 'Get up to 100 orders by id',
  middleware: [needsBody],
  request: { body: body(shapes.ByIdsRequest) },
  responses: takes('The orders, in no particular order', shapes.BookedOrders),
});

export const pageOfOrders = createRoute({
  method: 'post',
  path: '/orders/page',
  summary: 'List orders, filtered and sorted',
  middleware: [needsBody],
  request: { body: body(shapes.PageRequest) },
  responses: takes('The page', shapes.OrderPage),
});

export const countOrders = createRoute({
  method: 'get',
  path: '/order-counts',
  summary: 'Get how many orders there are, of one customer or of all',
  request: { query: shapes.OrderCountsQuery },
  responses: reads('The counts', shapes.OrderCounts),
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
  responses: reads('The orders', shapes.OpenOrdersPage),
});

export const followChanges = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'Long poll for changes after a cursor',
  request: {
    query: pollQuery,
  },
  responses: { ...reads('The changes, each order once', shapes.ChangePage), ...gone },
});

export const sweepFeeds = createRoute({
  method: 'post',
  path: '/sweep',
  summary: 'Delete the older changes of orders and runs that have not changed for 7 days',
  responses: { 200: answer('Only the newest change of each is left', shapes.Swept), 503: down },
});
