import type { StandingOrderTemplate } from '../domain/runs/standing-order.ts';
import { decimalOf } from '../values/money.ts';
import type { NewOrder, OrderRequest } from './new-order.ts';

/** The order of each period, made from an order that would be placed now; prices are kept where they were given. */
export function templateOf(
  order: NewOrder,
  { items: requestItems }: Pick<OrderRequest, 'items'>,
): StandingOrderTemplate {
  const { orderId: _, idempotencyKey: __, paymentReference: ___, items, ...template } = order;
  const hasPrice = (at: number) => typeof requestItems[at]?.price === 'string';
  return {
    ...template,
    items: items.map(({ sku, quantity, unitPrice }, at) => ({ sku, quantity, price: hasPrice(at) ? unitPrice : null })),
  };
}

/** The order of a period as a request. */
export const requestFrom = (template: StandingOrderTemplate, orderId: string): OrderRequest => {
  const { items, approvalTimeoutMs, autoApproveAfterMs, ...request } = template;
  return {
    ...request,
    orderId,
    items: items.map(({ price, ...item }) => ({ ...item, price: price && decimalOf(price) })),
    approvalTimeout: durationOf(approvalTimeoutMs),
    autoApproveAfter: autoApproveAfterMs === null ? null : durationOf(autoApproveAfterMs),
  };
};

const durationOf = (ms: number): string => `PT${ms / 1_000}S`;
