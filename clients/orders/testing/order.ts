import type { OrderToPlace } from '../src/placing/placement.ts';

/** An order that waits for a manager, so that it lasts as long as a test does. */
export const anOrder = (changes: Partial<OrderToPlace> = {}): OrderToPlace => ({
  orderId: null,
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'TEA', name: 'Tea', quantity: 2, unitPrice: { amountMinor: 450, currencyCode: 'USD' } }],
  total: { amountMinor: 900, currencyCode: 'USD' },
  shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
  requiresApproval: true,
  approvalTimeoutMs: 120_000,
  autoApproveAfterMs: null,
  plan: 'AUTHORIZE_FIRST',
  placedAt: '2026-01-01T00:00:00.000Z',
  placedBy: 'CUST-1',
  correlationId: 'c-1',
  ...changes,
});
