import {
  AddOrderItemDocument,
  ApproveOrderDocument,
  CancelOrderDocument,
  ChangeShippingAddressDocument,
  OrderChangedDocument,
  OrderDocument,
  OrderEventsDocument,
  OrdersDocument,
  PlaceOrderDocument,
  RejectOrderDocument,
} from '@waybill/client';
import type { Route } from '../route.ts';
import { change } from './change.ts';
import { OrderEndingDocument } from './documents.ts';
import { events } from './follow.ts';
import { read } from './read.ts';
import { longPoll } from './wait.ts';

const tag = 'Orders';
const ofOrder = { tag, fills: { id: 'orderId' }, show: OrderDocument };

const order = read({ path: '/orders/{id}', tag, summary: 'Get an order', document: OrderDocument });

export const orderRoutes: Route[] = [
  change({ path: '/orders', tag, summary: 'Place an order', document: PlaceOrderDocument, made: { under: '/orders' } }),
  read({ path: '/orders', tag, summary: 'List orders', document: OrdersDocument }),
  {
    ...order,
    description: 'With `If-None-Match` and `Prefer: wait=30` a long poll: answered when the order has changed.',
    headers: { ...order.headers, Prefer: '`wait` and a number of seconds, at most 30' },
    answer: longPoll(order.answer, OrderChangedDocument),
  },
  change({ ...ofOrder, path: '/orders/{id}/approve', summary: 'Approve an order', document: ApproveOrderDocument }),
  change({ ...ofOrder, path: '/orders/{id}/reject', summary: 'Reject an order', document: RejectOrderDocument }),
  change({ ...ofOrder, path: '/orders/{id}/cancel', summary: 'Cancel an order', document: CancelOrderDocument }),
  change({
    ...{ ...ofOrder, path: '/orders/{id}/items', summary: 'Add an item to an order that awaits approval' },
    ...{ document: AddOrderItemDocument, bodyIs: 'item' },
  }),
  change({
    ...{ ...ofOrder, method: 'put', path: '/orders/{id}/shipping-address', summary: 'Change the shipping address' },
    ...{ document: ChangeShippingAddressDocument, bodyIs: 'address' },
  }),
  events({
    ...{ path: '/orders/{id}/events', tag, summary: 'Follow the journal of an order as server-sent events' },
    ...{ document: OrderEventsDocument, ending: OrderEndingDocument },
  }),
];
