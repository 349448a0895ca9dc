import type { OrderFilter } from '@waybill/contracts';
import { type Attention, needsAttention, type OrderHealth, type OrderState } from '@waybill/contracts/domain';
import type { OrdersChange } from '@waybill/graphql';
import type { Change } from './change-feed.ts';
import type { OrderSnapshots } from './order-snapshot.ts';

export type ChangeFilters = ReturnType<typeof createChangeFilters>;

/**
 * Translates changes of orders into changes of a filtered list. Whatever the filter, the result is one of two objects for each
 * change, so that it is rendered once for all subscribers.
 */
export function createChangeFilters({ fromBook }: Pick<OrderSnapshots, 'fromBook'>) {
  const known = new WeakMap<Change, Record<OrdersChange['kind'], OrdersChange>>();
  const translate = (change: Change) => {
    const order = fromBook(change.booked);
    const { cursor } = change;
    return { MATCHES: { kind: 'MATCHES', order, cursor }, LEFT: { kind: 'LEFT', order, cursor } } as const;
  };
  return (filter: OrderFilter) =>
    (change: Change): OrdersChange | undefined => {
      const kind = kindFor(filter, change);
      if (!kind) return undefined;
      const translations = known.get(change) ?? translate(change);
      known.set(change, translations);
      return translations[kind];
    };
}

/** The effect of a change on the filtered list; undefined if there is none. */
function kindFor(filter: OrderFilter, change: Change): OrdersChange['kind'] | undefined {
  const { health, booked } = change;
  const { order, attention } = booked;
  if (passes(filter, { ...order, attention, health })) return 'MATCHES';
  const { previousStatus: status, previousTotal: total, previousAttention, previousHealth } = change;
  if (status === null || total === null) return undefined;
  const before = { ...order, status, total, attention: previousAttention, health: previousHealth };
  return passes(filter, before) ? 'LEFT' : undefined;
}

type Filtered = Pick<OrderState, 'orderId' | 'status' | 'customerId' | 'items' | 'total' | 'plan' | 'createdAt'> & {
  attention: Attention | null;
  /** Unknown for changes that are older than this field of the book. */
  health: OrderHealth | null;
};

/** The rule that the order book applies to its pages, too. */
function passes(filter: OrderFilter, order: Filtered): boolean {
  const { status, customerId, total, createdAt } = order;
  const { amountMinor, currencyCode } = total;
  const at = Date.parse(createdAt);
  return (
    (filter.status?.includes(status) ?? true) &&
    (filter.customerId ?? customerId) === customerId &&
    (filter.currencyCode ?? currencyCode) === currencyCode &&
    amountMinor >= (filter.minTotalMinor ?? amountMinor) &&
    amountMinor <= (filter.maxTotalMinor ?? amountMinor) &&
    (filter.createdFrom === undefined || at >= Date.parse(filter.createdFrom)) &&
    (filter.createdTo === undefined || at < Date.parse(filter.createdTo)) &&
    (filter.needsAttention ?? needsAttention(order)) === needsAttention(order) &&
    passesOtherFields(filter, order)
  );
}

const passesOtherFields = ({ health, idPrefix, sku, plan }: OrderFilter, order: Filtered): boolean =>
  (health === undefined || (order.health !== null && health.includes(order.health))) &&
  order.orderId.startsWith(idPrefix ?? '') &&
  (sku === undefined || order.items.some((item) => item.sku === sku)) &&
  (plan ?? order.plan) === order.plan;
