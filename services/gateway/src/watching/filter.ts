import type { OrderFilter } from '@waybill/contracts';
import { type Attention, needsAttention, type OrderState } from '@waybill/contracts/words';
import type { OrdersChange } from '@waybill/graphql';
import type { Change } from './changes.ts';
import type { Snapshots } from './snapshot.ts';

export type Meanings = ReturnType<typeof meaningsOf>;

/** The meaning of changes to those who follow the same orders: one object for all of them, so that it is rendered once. */
export function meaningsOf(snapshots: Snapshots) {
  const known = new WeakMap<Change, Map<string, OrdersChange | undefined>>();
  return (filter: OrderFilter) => {
    const key = JSON.stringify(filter);
    return (change: Change): OrdersChange | undefined => {
      const meanings = known.get(change) ?? new Map<string, OrdersChange | undefined>();
      known.set(change, meanings);
      if (!meanings.has(key)) meanings.set(key, changeFor(filter, change, snapshots));
      return meanings.get(key);
    };
  };
}

/** What a change means to those who follow the orders that pass the filter; undefined when it is none of their business. */
function changeFor(filter: OrderFilter, change: Change, { booked }: Snapshots): OrdersChange | undefined {
  const { order, attention } = change.booked;
  const after = { kind: 'MATCHES', order: booked(change.booked), cursor: change.cursor } as const;
  if (passes(filter, { ...order, attention })) return after;
  const { previousStatus: status, previousTotal: total, previousAttention } = change;
  if (status === null || total === null) return undefined;
  return passes(filter, { ...order, status, total, attention: previousAttention })
    ? { ...after, kind: 'LEFT' }
    : undefined;
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
