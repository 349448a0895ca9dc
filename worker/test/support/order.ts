import { orderSteps, type Patience, type PlacedOrder, stepRules } from '@waybill/contracts/domain';

const quick: Patience = { attempts: 2, firstRetryMs: 10, timeoutMs: 2_000 };

/** For calls that end when the test says so. */
export const patient = { patience: forEachStep({ ...quick, timeoutMs: 20_000 }) };

function forEachStep(patience: Patience): PlacedOrder['patience'] & object {
  const steps = orderSteps.filter((step) => 'patience' in stepRules[step]);
  return Object.fromEntries(steps.map((step) => [step, patience]));
}

/** An order for two mugs whose steps lose patience soon. */
export function anOrder(order: Partial<PlacedOrder> = {}, patience = quick): PlacedOrder {
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
    patience: forEachStep(patience),
    ...order,
  };
}
