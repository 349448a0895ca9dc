import type { OrderFilter } from '@waybill/contracts';
import { type Attention, needsAttention, type OrderState } from '@waybill/contracts/words';
import type { OrdersChange } from '@waybill/graphql';
import type { Change } from './change-feed.ts';
import type { Snapshots } from './snapshot.ts';

export type Meanings = ReturnType<typeof meaningsOf>;

/**
 * The meaning of changes to those who follow orders. Whatever the filter, a change means one of two things: one object
 * for each of them, so that it is rendered once for all.
 */
export function meaningsOf({ booked }: Snapshots) {
  const known = new WeakMap<Change, Record<OrdersChange['kind'], OrdersChange>>();
  const meaningsFor = (change: Change) => {
    const order = booked(change.booked);
    const { cursor } = change;
    return { MATCHES: { kind: 'MATCHES', order, cursor }, LEFT: { kind: 'LEFT', order, cursor } } as const;
  };
  return (filter: OrderFilter) =>
    (change: Change): OrdersChange | undefined => {
      const kind = kindFor(filter, change);
      if (!kind) return undefined;
      const meanings = known.get(change) ?? meaningsFor(change);
      known.set(change, meanings);
      return meanings[kind];
    };
}

/** What a change means to those who follow the orders that pass the filter; undefined when it is none of their business. */
function kindFor(filter: OrderFilter, change: Change): OrdersChange['kind'] | undefined {
  const { order, attention } = change.booked;
  if (passes(filter, { ...order, attention })) return 'MATCHES';
  const { previousStatus: status, previousTotal: total, previousAttention } = change;
  if (status === null || total === null) return undefined;
  return passes(filter, { ...order, status, total, attention: previousAttention }) ? 'LEFT' : undefined;
}

type Filtered = Pick<OrderState, 'status' | 'customerId' | 'total' | 'createdAt'> & { attention: Attention | null };

/** The same rule that the order book applies to its pages. */
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
    (filter.needsAttention ?? needsAttention(order)) === needsAttention(order)
  );
}
