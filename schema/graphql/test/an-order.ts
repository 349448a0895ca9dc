import { type JournalEntry, orderAsPlaced, type PlacedOrder } from '@waybill/contracts/domain';
import type { OrderSnapshot } from '../src/index.ts';

export const usd = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });

export const home = { street: '1 Main St', city: 'Springfield', state: null, zip: '12345', country: 'US' };

const placed: PlacedOrder = {
  orderId: 'ORD-1',
  customerId: 'ada',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: usd(1250) }],
  total: usd(2500),
  shippingAddress: home,
  requiresApproval: true,
  approvalTimeoutMs: 120_000,
  autoApproveAfterMs: null,
  plan: 'AUTHORIZE_FIRST',
  placedAt: '2026-01-02T03:04:05.000Z',
  placedBy: 'ada',
  correlationId: 'c-1',
  fingerprint: 'f-1',
};

/** Ada's order of two mugs, just placed. */
export const anOrder = (over: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  ...orderAsPlaced(placed),
  asOf: '2026-01-02T03:05:05.000Z',
  running: null,
  temporalUi: 'http://temporal.test/order-ORD-1',
  ...over,
});

type Step = OrderSnapshot['steps'][number];

/** The order with one of its steps as given. */
export const withStep = (order: OrderSnapshot, name: Step['name'], over: Partial<Step>): OrderSnapshot => ({
  ...order,
  steps: order.steps.map((step) => (step.name === name ? { ...step, ...over } : step)),
});

export const anEntry = (seq: number): JournalEntry => ({
  seq,
  type: 'STATUS_CHANGED',
  at: '2026-01-02T03:04:05.000Z',
  actor: 'mia',
  step: null,
  detail: { to: 'APPROVED' },
});

export const placeOrder = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  __typename
  ... on PlaceOrderPayload { order { id } }
  ... on Error { code message }
  ... on InvalidInput { fields { path message } }
  ... on IdempotencyConflict { orderId }
} }`;

/** An order for two mugs, as a customer's shop sends it. */
export const anInput = (over: object = {}) => ({
  customerId: 'ada',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'MUG', quantity: 2 }],
  shippingAddress: { street: '1 Main St', city: 'Springfield', zip: '12345', country: 'US' },
  ...over,
});
