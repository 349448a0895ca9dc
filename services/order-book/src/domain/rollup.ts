import type { OrderFilter } from '@waybill/contracts';
import type { Span } from './buckets.ts';

const [hour, day, days32] = [3_600_000, 86_400_000, 32 * 86_400_000];

/** The widths of the ranges of which the database keeps counts, in milliseconds or minor units. */
export const rollupWidths = {
  created: [hour, day, days32],
  updated: [hour, day, days32],
  total: [1, 32, 1_024, 32_768],
  customer: [day, days32],
  sku: [day, days32],
} as const;

/** The counts of closed orders that a list is summed from: those of an axis, for all or for one customer or SKU. */
export type Rollup = { axis: keyof typeof rollupWidths; name: string | undefined; span: Span };

/** The rollup of a list; undefined where it is filtered by more than one axis, or by ids. */
export function rollupOf(filter: OrderFilter): Rollup | undefined {
  const { customerId, sku, updatedFrom, updatedTo, minTotalMinor, maxTotalMinor, createdFrom, createdTo } = filter;
  const isLimited = {
    customer: customerId !== undefined,
    sku: sku !== undefined,
    updated: (updatedFrom ?? updatedTo) !== undefined,
    total: (minTotalMinor ?? maxTotalMinor) !== undefined,
  };
  const [axis = 'created', another] = (['customer', 'sku', 'updated', 'total'] as const).filter(
    (each) => isLimited[each],
  );
  const isOfAges = (createdFrom ?? createdTo) !== undefined;
  if (another || filter.idPrefix !== undefined) return undefined;
  if (axis === 'updated') return isOfAges ? undefined : { axis, name: undefined, span: times(updatedFrom, updatedTo) };
  if (axis === 'total')
    return isOfAges ? undefined : { axis, name: undefined, span: amounts(minTotalMinor, maxTotalMinor) };
  return { axis, name: customerId ?? sku, span: times(createdFrom, createdTo) };
}

const times = (from: string | undefined, to: string | undefined): Span => ({
  from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
  to: to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to),
});

const amounts = (least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Span => ({
  from: least,
  to: most + 1,
});
