import {
  AddOrderItemDocument,
  ApproveOrderDocument,
  CancelOrderDocument,
  ChangeShippingAddressDocument,
  GiveUpOrderStepDocument,
  OrderChangedDocument,
  OrderDocument,
  OrderEventsDocument,
  OrdersDocument,
  OrderTimelineDocument,
  PlaceOrderDocument,
  RejectOrderDocument,
  RetryOrderNowDocument,
  SettleCompensationDocument,
  UpdateShippingAddressDocument,
} from '@waybill/client';
import type { Route } from '../route.ts';
import { change } from './change.ts';
import {
  OrderEndingDocument,
  OrderHistoryDocument,
  OrderItemsDocument,
  OrderProgressDocument,
  OrderStatusDocument,
  OrderStepsDocument,
} from './documents.ts';
import { events } from './follow.ts';
import { read } from './read.ts';
import { longPolling, result } from './wait.ts';

const tag = 'Orders';
const ofOrder = { tag, fills: { id: 'orderId' }, show: OrderDocument };

export const orderRoutes: Route[] = [
  change({ path: '/orders', tag, summary: 'Place an order', document: PlaceOrderDocument, made: { under: '/orders' } }),
  read({ path: '/orders', tag, summary: 'List orders', document: OrdersDocument }),
  longPolling(
    read({ path: '/orders/{id}', tag, summary: 'Get an order', document: OrderDocument }),
    OrderChangedDocument,
  ),
  read({ path: '/orders/{id}/status', tag, summary: 'Get the status of an order', document: OrderStatusDocument }),
  read({ path: '/orders/{id}/progress', tag, summary: 'Get how far an order is', document: OrderProgressDocument }),
  read({ path: '/orders/{id}/steps', tag, summary: 'List the steps', document: OrderStepsDocument, part: 'steps' }),
  read({ path: '/orders/{id}/items', tag, summary: 'List the items', document: OrderItemsDocument, part: 'items' }),
  read({
    path: '/orders/{id}/journal',
    tag,
    summary: 'List the journal of an order',
    document: OrderTimelineDocument,
    part: 'timeline',
  }),
  read({
    path: '/orders/{id}/history',
    tag,
    summary: "List the workflow engine's own events of an order",
    document: OrderHistoryDocument,
    part: 'history',
  }),
  result({ path: '/orders/{id}/result', tag, summary: 'Wait for the end of an order', document: OrderChangedDocument }),
  change({ ...ofOrder, path: '/orders/{id}/approve', summary: 'Approve an order', document: ApproveOrderDocument }),
  change({ ...ofOrder, path: '/orders/{id}/reject', summary: 'Reject an order', document: RejectOrderDocument }),
  change({ ...ofOrder, path: '/orders/{id}/cancel', summary: 'Cancel an order', document: CancelOrderDocument }),
  change({ ...ofOrder, path: '/orders/{id}/retry', summary: 'Retry a step now', document: RetryOrderNowDocument }),
  change({ ...ofOrder, path: '/orders/{id}/give-up', summary: 'Give up a step', document: GiveUpOrderStepDocument }),
  change({
    ...ofOrder,
    path: '/orders/{id}/settle',
    summary: 'Declare a compensation done that was made by hand',
    document: SettleCompensationDocument,
  }),
  change({
    ...ofOrder,
    path: '/orders/{id}/items',
    summary: 'Add an item to an order that awaits approval',
    document: AddOrderItemDocument,
    bodyIs: 'item',
  }),
  change({
    ...ofOrder,
    method: 'put',
    path: '/orders/{id}/shipping-address',
    summary: 'Change the shipping address',
    document: ChangeShippingAddressDocument,
    bodyIs: 'address',
  }),
  change({
    ...ofOrder,
    method: 'patch',
    path: '/orders/{id}/shipping-address',
    summary: 'Change some fields of the shipping address',
    document: UpdateShippingAddressDocument,
    bodyIs: 'address',
  }),
  events({
    path: '/orders/{id}/events',
    tag,
    summary: 'Follow the journal of an order as server-sent events',
    document: OrderEventsDocument,
    ending: OrderEndingDocument,
  }),
];
