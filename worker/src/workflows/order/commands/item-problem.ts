import { limits, type OrderItem, overLimit } from '@waybill/contracts/domain';

/** The problem of an item, and its field. */
type Problem = [message: string, field?: string];

type Addition = { item: OrderItem; items: OrderItem[]; maxItems: number; currencyCode: string; totalMinor: number };

/** Why an item cannot be added to an order; undefined when it can. */
export function problemWith({ item, items, maxItems, currencyCode, totalMinor }: Addition): Problem | undefined {
  if (item.unitPrice.currencyCode !== currencyCode) return [`The order is in ${currencyCode}`];
  if (items.length >= maxItems) return [`An order has at most ${maxItems} items`];
  if (overLimit([...items, item]).length > 0)
    return [`An order wants at most ${limits.quantity} of one product`, 'quantity'];
  if (!Number.isSafeInteger(totalMinor)) return ['The total is too large'];
  return undefined;
}
