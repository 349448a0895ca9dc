import type { OrderFilter, OrderSort } from '@waybill/client';

/** What the address of the list says: what it shows, in which order, and whether the filters are open. */
export type OrdersSearch = {
  /** Statuses, joined by commas. */
  status?: string | undefined;
  customer?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  currency?: string | undefined;
  attention?: boolean | undefined;
  sort?: OrderSort | undefined;
  dialog?: string | undefined;
};

export const sorts = ['NEWEST', 'OLDEST', 'TOTAL_HIGH', 'TOTAL_LOW', 'RECENTLY_UPDATED', 'DEADLINE'] as const;

const texts = ['status', 'customer', 'from', 'to', 'min', 'max', 'currency', 'dialog'] as const;

/** An address may say anything: what is not understood is left out. */
export function ordersSearch(given: Record<string, unknown>): OrdersSearch {
  const search: OrdersSearch = {};
  for (const name of texts) {
    const value = given[name];
    if (typeof value === 'string' || typeof value === 'number') search[name] = String(value).slice(0, 200);
  }
  if (given.attention === true) search.attention = true;
  const sort = sorts.find((each) => each === given.sort);
  if (sort && sort !== 'NEWEST') search.sort = sort;
  return search;
}

const names = (joined: string | undefined) => joined?.split(',').filter((name) => /^[A-Z_]+$/.test(name));

/** From the beginning of a day, to its end. */
const day = (date: string | undefined, addDays: number): string | undefined => {
  const at = date ? new Date(`${date}T00:00:00`) : undefined;
  if (!at || Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + addDays);
  return at.toISOString();
};

export function filterOf(search: OrdersSearch): OrderFilter | null {
  const decimal = (text: string | undefined) => (text && /^\d+(\.\d+)?$/.test(text) ? text : undefined);
  const filter: OrderFilter = {
    status: names(search.status) as OrderFilter['status'],
    customerId: search.customer || undefined,
    createdFrom: day(search.from, 0),
    createdTo: day(search.to, 1),
    minTotal: decimal(search.min),
    maxTotal: decimal(search.max),
    currencyCode: search.currency && /^[A-Z]{3}$/.test(search.currency) ? search.currency : undefined,
    needsAttention: search.attention,
  };
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : null;
}
