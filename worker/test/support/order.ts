import { orderSteps, type Patience, type PlacedOrder, stepRules } from '@waybill/contracts/domain';

const quick: Patience = { attempts: 2, firstRetryMs: 10, timeoutMs: 2_000 };

/** An order for two mugs whose steps lose patience soon. */
export function anOrder(order: Partial<PlacedOrder> = {}, patience = quick): PlacedOrder {
  const steps = orderSteps.filter((step) => 'patience' in stepRules[step]);
  const orderId = `ORD-${crypto.randomUUID()}`;
  return {
    orderId,
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    items: [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: { amountMinor: 900, currencyCode: 'USD' } }],
    total: { amountMinor: 1800, currencyCode: 'USD' },
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1', country: 'GB' },
    requiresApproval: false,
    approvalTimeoutMs: 60_000,
    autoApproveAfterMs: null,
    plan: 'AUTHORIZE_FIRST',
    placedAt: new Date().toISOString(),
    placedBy: 'ada',
    correlationId: orderId,
    fingerprint: 'f',
    patience: Object.fromEntries(steps.map((step) => [step, patience])),
    ...order,
  };
}
