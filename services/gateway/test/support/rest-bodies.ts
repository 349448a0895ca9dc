const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const item = { sku: 'BOOK-001', quantity: 1, price: '18.50' };
const template = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [item],
  currencyCode: 'USD',
  shippingAddress: address,
  requiresApproval: true,
  approvalTimeout: 'PT2M',
  autoApproveAfter: 'PT1M',
  plan: 'AUTHORIZE_FIRST',
};
const order = {
  ...template,
  orderId: 'ORD-NEW',
  idempotencyKey: 'mine-1',
  totalAmount: '18.50',
  paymentReference: 'PAY-7',
};
const aliasOrder = {
  orderId: 'ORD-NEW',
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  totalAmount: 18.5,
  items: [{ ...item, price: 18.5 }],
  shippingAddress: address,
  requiresApproval: true,
};
const commandId = 'c-1';
const run = { runId: 'RUN-NEW', idempotencyKey: 'mine-1' };
const why = { reason: 'Ordered twice', commandId };
const noted = { note: 'On holiday', commandId };
const aliasWhy = { reason: 'Ordered twice', note: 'Known' };

type Row = { of: string; to: string; body: object };

const ofOrder = (method: string, verb: string, body: object): Row => ({
  of: `${method} /api/v1/orders/{id}/${verb}`,
  to: `/api/v1/orders/ORD-1/${verb}`,
  body,
});
const ofRun = (id: string, verb: string, body: object): Row => ({
  of: `POST /api/v1/workflows/{id}/${verb}`,
  to: `/api/v1/workflows/${id}/${verb}`,
  body,
});
const start = (kind: string, body: object): Row => ({
  of: `POST /api/v1/workflows/${kind}`,
  to: `/api/v1/workflows/${kind}`,
  body,
});
const alias = (under: string, verb: string, body: object): Row => ({
  of: `POST ${under}/{id}/${verb}`,
  to: `${under}/ORD-1/${verb}`,
  body,
});

/** A body of every request of the REST façade, with all of its fields. */
export const requestBodies: readonly Row[] = [
  { of: 'POST /api/v1/orders', to: '/api/v1/orders', body: order },
  ofOrder('POST', 'approve', noted),
  ofOrder('POST', 'reject', why),
  ofOrder('POST', 'cancel', why),
  ofOrder('POST', 'retry', { step: 'CAPTURE_PAYMENT', commandId }),
  ofOrder('POST', 'give-up', { step: 'CREATE_LABEL', ...why }),
  ofOrder('POST', 'settle', { undoes: 'CAPTURE_PAYMENT', ...noted }),
  ofOrder('POST', 'items', item),
  ofOrder('PUT', 'shipping-address', address),
  ofOrder('PATCH', 'shipping-address', address),
  start('user-context', { ...run, userId: 'CUST-1', strategy: 'PARALLEL' }),
  start('payment', {
    ...run,
    orderId: 'SHOP-1',
    customerId: 'CUST-1',
    amount: '20.00',
    currencyCode: 'USD',
    cancellableFor: 'P1D',
  }),
  start('payment', { orderId: 'SHOP-1', customerId: 'CUST-1', amount: '20.00' }),
  start('greet', { ...run, name: 'Ada' }),
  start('greet', { userId: 'Ada' }),
  start('standing-orders', {
    ...run,
    runId: 'STO-NEW',
    every: 'P7D',
    firstAt: '2030-01-01T00:00:00Z',
    times: 4,
    order: template,
  }),
  ofRun('RUN-1', 'cancel', why),
  ofRun('RUN-1', 'refund', { amount: '5.00', ...why }),
  ...['pause', 'resume', 'skip', 'stop'].map((verb) => ofRun('STO-1', verb, noted)),
  {
    of: 'PUT /api/v1/chaos',
    to: '/api/v1/chaos',
    body: {
      profile: 'STORM',
      seed: 'monday',
      operations: [{ operation: 'payment.capture', shares: [{ outcome: 'success', percent: 100 }] }],
    },
  },
  {
    of: 'PUT /api/v1/chaos/orders/{orderId}',
    to: '/api/v1/chaos/orders/ORD-1',
    body: { operation: 'payment.capture', outcomes: ['server_error', 'lost_reply'] },
  },
  { of: 'POST /api/v1/catalogue/{sku}/restock', to: '/api/v1/catalogue/BOOK-001/restock', body: { quantity: 50 } },
  { of: 'POST /api/v1/audit/repair', to: '/api/v1/audit/repair', body: { after: 'ORD-1' } },
  { of: 'POST /workflows/order', to: '/workflows/order', body: aliasOrder },
  { of: 'POST /api/v1/order', to: '/api/v1/order', body: aliasOrder },
  ...['/workflows', '/api/v1/order'].flatMap((under) =>
    ['approve', 'reject', 'cancel'].map((verb) => alias(under, verb, aliasWhy)),
  ),
  ...['signals/approve', 'signals/cancel'].map((verb) => alias('/orders', verb, aliasWhy)),
  {
    of: 'POST /orders/{id}/start',
    to: '/orders/ORD-S/start',
    body: {
      payment_id: 'PAY-7',
      items: [{ name: 'Book', quantity: 1 }],
      address: { street: '1', city: 'B', zip: '62701' },
    },
  },
  {
    of: 'POST /orders/{id}/start',
    to: '/orders/ORD-S/start',
    body: { items: [{ sku: 'BOOK-001', quantity: 1 }], address },
  },
  alias('/orders', 'signals/update-address', { address }),
];
