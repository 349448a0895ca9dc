import type { Client, WorkflowHandle } from '@temporalio/client';
import { fulfillment, type PlacedOrder } from '@waybill/contracts/domain';

let placed = 0;

/** An order that ships, unless it requires approval. */
export function anOrder({ requiresApproval = false } = {}): PlacedOrder {
  placed += 1;
  const orderId = `BENCH-${process.pid}-${placed}`;
  return {
    orderId,
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    items: [{ sku: 'MUG-001', name: 'Mug', quantity: 1, unitPrice: { amountMinor: 1299, currencyCode: 'USD' } }],
    total: { amountMinor: 1299, currencyCode: 'USD' },
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1', country: 'GB' },
    requiresApproval,
    approvalTimeoutMs: 3_600_000,
    autoApproveAfterMs: null,
    plan: 'AUTHORIZE_FIRST',
    placedAt: new Date().toISOString(),
    placedBy: 'ada',
    correlationId: orderId,
    fingerprint: orderId,
  };
}

export const placeOrder = (client: Client, order: PlacedOrder) =>
  client.workflow.start(fulfillment.workflow, {
    workflowId: fulfillment.idFor(order.orderId),
    taskQueue: fulfillment.taskQueue,
    args: [order],
    memo: { orderId: order.orderId, fingerprint: order.fingerprint },
  });

/** Places an order and sees it shipped. */
export async function shipOne(client: Client): Promise<void> {
  await toBeShipped(await placeOrder(client, anOrder()));
}

export async function toBeShipped(handle: WorkflowHandle): Promise<void> {
  const { status } = (await handle.result()) as { status: string };
  if (status !== 'SHIPPED') throw new Error(`An order ended as ${status}`);
}

/** Repeats it with limited concurrency; returns the rate per second. */
export async function rateOf(times: number, atOnce: number, act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  let left = times;
  const lane = async () => {
    while (left-- > 0) await act();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return times / ((performance.now() - began) / 1000);
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
