import * as api from '@waybill/client';
import * as documents from '../../src/transports/rest/routes/documents.ts';

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const order = {
  orderId: 'ORD-NEW',
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: address,
};
const item = { sku: 'BOOK-001', quantity: 1 };
const commandId = 'c-1';

export type Row = [
  request: string,
  body: unknown,
  document: string,
  variables: Record<string, unknown>,
  /** The field of the result that is shown, where it is not the result itself. */
  part?: string,
];

/** The same request over REST and GraphQL, for an order that is waiting, closed or unknown. */
export const ofOrders = ['ORD-WAITING', 'ORD-CLOSED', 'ORD-NOWHERE'].flatMap((id): Row[] => [
  [`GET /orders/${id}`, undefined, api.OrderDocument, { id }],
  [`GET /orders/${id}/status`, undefined, documents.OrderStatusDocument, { id }],
  [`GET /orders/${id}/progress`, undefined, documents.OrderProgressDocument, { id }],
  [`GET /orders/${id}/steps`, undefined, documents.OrderStepsDocument, { id }, 'steps'],
  [`GET /orders/${id}/items`, undefined, documents.OrderItemsDocument, { id }, 'items'],
  [`GET /orders/${id}/journal`, undefined, api.OrderTimelineDocument, { id }, 'timeline'],
  [`GET /orders/${id}/history`, undefined, documents.OrderHistoryDocument, { id }, 'history'],
  [`POST /orders/${id}/approve`, { commandId }, api.ApproveOrderDocument, { input: { orderId: id, commandId } }],
  [
    `POST /orders/${id}/reject`,
    { reason: 'no', commandId },
    api.RejectOrderDocument,
    { input: { orderId: id, reason: 'no', commandId } },
  ],
  [
    `POST /orders/${id}/cancel`,
    { reason: 'no', commandId },
    api.CancelOrderDocument,
    { input: { orderId: id, reason: 'no', commandId } },
  ],
  [`POST /orders/${id}/retry`, { commandId }, api.RetryOrderNowDocument, { input: { orderId: id, commandId } }],
  [
    `POST /orders/${id}/give-up`,
    { step: 'ENRICH', reason: 'no', commandId },
    api.GiveUpOrderStepDocument,
    { input: { orderId: id, step: 'ENRICH', reason: 'no', commandId } },
  ],
  [
    `POST /orders/${id}/settle`,
    { undoes: 'ENRICH', note: 'x', commandId },
    api.SettleCompensationDocument,
    { input: { orderId: id, undoes: 'ENRICH', note: 'x', commandId } },
  ],
]);

export const others: Row[] = [
  ['POST /orders', order, api.PlaceOrderDocument, { input: order }],
  [
    'POST /orders',
    { ...order, customerId: 'CUST-2' },
    api.PlaceOrderDocument,
    { input: { ...order, customerId: 'CUST-2' } },
  ],
  [
    'POST /orders',
    { ...order, totalAmount: '1.00' },
    api.PlaceOrderDocument,
    { input: { ...order, totalAmount: '1.00' } },
  ],
  ['POST /orders/ORD-CLOSED/items', item, api.AddOrderItemDocument, { input: { orderId: 'ORD-CLOSED', item } }],
  [
    'PUT /orders/ORD-CLOSED/shipping-address',
    address,
    api.ChangeShippingAddressDocument,
    { input: { orderId: 'ORD-CLOSED', address } },
  ],
  [
    'PATCH /orders/ORD-CLOSED/shipping-address',
    { street: '2 Main St' },
    api.UpdateShippingAddressDocument,
    { input: { orderId: 'ORD-CLOSED', address: { street: '2 Main St' } } },
  ],
  [
    'PATCH /orders/ORD-WAITING/shipping-address',
    {},
    api.UpdateShippingAddressDocument,
    { input: { orderId: 'ORD-WAITING', address: {} } },
  ],
  ['POST /audit/repair', {}, api.RepairAuditDocument, { input: {} }],
  ['POST /audit/repair', { after: 'x'.repeat(201) }, api.RepairAuditDocument, { input: { after: 'x'.repeat(201) } }],
  ['GET /viewer', undefined, api.ViewerDocument, {}],
  ['GET /audit', undefined, documents.AuditDocument, {}],
  ['GET /user-context', undefined, api.UserContextDocument, {}],
  ['GET /chaos', undefined, api.ChaosDocument, {}],
  ['PUT /chaos', { profile: 'CALM' }, api.SetChaosDocument, { input: { profile: 'CALM' } }],
  ['DELETE /chaos', undefined, api.ResetChaosDocument, {}],
  [
    'PUT /chaos/orders/ORD-1',
    { operation: 'payment.authorize', outcomes: ['success'] },
    api.PinChaosDocument,
    { input: { orderId: 'ORD-1', operation: 'payment.authorize', outcomes: ['success'] } },
  ],
  [
    'POST /catalogue/BOOK-001/restock',
    { quantity: 1 },
    api.RestockDocument,
    { input: { sku: 'BOOK-001', quantity: 1 } },
  ],
  [
    'POST /catalogue/BOOK-001/restock',
    { quantity: -1 },
    api.RestockDocument,
    { input: { sku: 'BOOK-001', quantity: -1 } },
  ],
];

export const lists: Row[] = [
  ['GET /orders?first=1', undefined, api.OrdersDocument, { first: 1 }],
  ['GET /orders?first=1000', undefined, api.OrdersDocument, { first: 1000 }],
  ['GET /workflows?first=1', undefined, api.RunsDocument, { first: 1 }],
  ['GET /workflows?kind=PAYMENT&first=1000', undefined, api.RunsDocument, { kind: ['PAYMENT'], first: 1000 }],
  ['GET /chaos/log?first=1', undefined, api.ChaosLogDocument, { first: 1 }],
  ['GET /catalogue', undefined, api.CatalogueDocument, {}],
  ['GET /services', undefined, api.ServicesDocument, {}],
  ['GET /journal?type=ORDER_CLOSED', undefined, api.JournalDocument, { type: ['ORDER_CLOSED'] }],
];
