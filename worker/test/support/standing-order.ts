import type { RunContent } from './test-run.ts';

/** A standing order that places its first order in an hour. */
export const placingInAnHour = (): RunContent[0] => ({
  kind: 'STANDING_ORDER',
  every: 'P1D',
  everyMs: 86_400_000,
  firstAt: new Date(Date.now() + 3_600_000).toISOString(),
  times: null,
  template: {
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    currencyCode: 'USD',
    plan: 'AUTHORIZE_FIRST',
    items: [{ sku: 'MUG', quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
    requiresApproval: false,
    approvalTimeoutMs: 120_000,
    autoApproveAfterMs: null,
  },
});
