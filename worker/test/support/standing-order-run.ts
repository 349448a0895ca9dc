import { placementOrderId } from '@waybill/contracts/domain';
import type { RunContent, TestRun } from './test-run.ts';
import { TestShop } from './test-shop.ts';
import type { TestWorkers } from './test-workers.ts';

/** Placed each period, which is half a second; the catalogue is asked under the correlation id, for no order is there yet. */
export const placing = (times: number | null, everyMs = 500, firstAt = new Date(), sku = 'MUG'): RunContent[0] => ({
  kind: 'STANDING_ORDER',
  every: 'PT1M',
  everyMs,
  firstAt: firstAt.toISOString(),
  times,
  template: {
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    currencyCode: 'USD',
    plan: 'AUTHORIZE_FIRST',
    items: [{ sku, quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
    requiresApproval: false,
    approvalTimeoutMs: 120_000,
    autoApproveAfterMs: null,
  },
});

/** A shop for the order of each period that there may be, by the order's id. */
export function shopsOf(stage: TestRun, { client, shops }: TestWorkers): Map<string, TestShop> {
  const numbers = Array.from({ length: 300 }, (_, at) => at + 1);
  const opened = new Map(
    numbers.map((number) => {
      const orderId = placementOrderId(stage.runId, number);
      return [orderId, new TestShop(client, { orderId })];
    }),
  );
  for (const [orderId, shop] of opened) shops.set(orderId, shop);
  shops.set('cor-1', stage);
  return opened;
}
