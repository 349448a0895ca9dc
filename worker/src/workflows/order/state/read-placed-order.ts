import { workflowInfo } from '@temporalio/workflow';
import { type Address, fulfillmentPlans, type Money, type PlacedOrder } from '@waybill/contracts/domain';
import { isAddress, isItem, isReference } from './shapes.ts';

const nowhere: Address = { street: '', city: '', state: null, zip: '', country: '' };
const nothing: Money = { amountMinor: 0, currencyCode: 'USD' };

/**
 * Reads an order that can be recorded from any input: a workflow may be started by hand, without the gateway. The step
 * VALIDATE, which gets the original input, decides whether it can be fulfilled.
 */
export function readPlacedOrder(input: PlacedOrder) {
  const { workflowId, startTime } = workflowInfo();
  const order: Partial<PlacedOrder> = typeof input === 'object' && input !== null ? input : {};
  const { orderId, items, total, shippingAddress, plan, placedAt, approvalTimeoutMs, limitMs } = order;
  return {
    orderId: text(orderId, workflowId.replace(/^order-/, '')),
    customerId: text(order.customerId, 'unknown'),
    customerEmail: text(order.customerEmail, ''),
    items: Array.isArray(items) ? items.filter(isItem).map((item) => ({ ...item })) : [],
    total: Number.isSafeInteger(total?.amountMinor) && total ? total : nothing,
    shippingAddress: isAddress(shippingAddress) ? shippingAddress : nowhere,
    requiresApproval: order.requiresApproval === true,
    approvalTimeoutMs: typeof approvalTimeoutMs === 'number' ? approvalTimeoutMs : 120_000,
    autoApproveAfterMs: order.autoApproveAfterMs ?? null,
    ...(typeof limitMs === 'number' ? { limitMs } : {}),
    plan: fulfillmentPlans.find((known) => known === plan) ?? 'AUTHORIZE_FIRST',
    placedAt: placedAt && !Number.isNaN(Date.parse(placedAt)) ? placedAt : startTime.toISOString(),
    placedBy: text(order.placedBy, 'unknown'),
    correlationId: text(order.correlationId, workflowInfo().runId),
    fingerprint: text(order.fingerprint, ''),
    ...(typeof order.keyId === 'string' ? { keyId: order.keyId } : {}),
    ...(isReference(order.paymentReference) ? { paymentReference: order.paymentReference } : {}),
    ...(order.patience ? { patience: order.patience } : {}),
    ...(order.limits ? { limits: order.limits } : {}),
    ...(typeof order.shippingQueue === 'string' ? { shippingQueue: order.shippingQueue } : {}),
  };
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
