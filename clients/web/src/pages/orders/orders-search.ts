import type { FulfillmentPlan, OrderFilter, OrderHealth, OrderSort, OrderStatus } from '@waybill/client';
import { isOrderStatus } from '../../order/words.ts';
import { startOfDay } from '../../time/day.ts';

/** The search parameters of the list: its filters, its sort and the open dialog. */
export type OrdersSearch = {
  /** The beginning of an id. */
  id?: string | undefined;
  /** Statuses, joined by commas. */
  status?: string | undefined;
  /** Healths, joined by commas. */
  health?: string | undefined;
  plan?: string | undefined;
  sku?: string | undefined;
  customer?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  currency?: string | undefined;
  attention?: boolean | undefined;
  sort?: OrderSort | undefined;
  /** The cursor after which the visible page begins. */
  after?: string | undefined;
  dialog?: string | undefined;
};

export const sorts = ['NEWEST', 'OLDEST', 'TOTAL_HIGH', 'TOTAL_LOW', 'RECENTLY_UPDATED', 'DEADLINE'] as const;

export const healths = ['WAITING_FOR_PERSON', 'RETRYING', 'STUCK', 'OK'] as const satisfies readonly OrderHealth[];
export const plans = ['AUTHORIZE_FIRST', 'RESERVE_FIRST'] as const satisfies readonly FulfillmentPlan[];

const texts = [
  'id',
  'status',
  'health',
  'plan',
  'sku',
  'customer',
  'from',
  'to',
  'min',
  'max',
  'currency',
  'after',
  'dialog',
] as const;

/** A URL may contain anything: what is not understood is ignored. */
export function ordersSearch(input: Record<string, unknown>): OrdersSearch {
  const search: OrdersSearch = {};
  for (const name of texts) {
    const value = input[name];
    if (typeof value === 'string' || typeof value === 'number') search[name] = String(value).slice(0, 200);
  }
  if (input.attention === true) search.attention = true;
  const sort = sorts.find((each) => each === input.sort);
  if (sort && sort !== 'NEWEST') search.sort = sort;
  return search;
}

/** The API accepts no shorter prefix. */
export const shortestPrefix = 4;

const isHealth = (name: string): name is OrderHealth => healths.some((health) => health === name);

function chosen<T extends string>(joined: string | undefined, isOne: (name: string) => name is T): T[] | undefined {
  const names = joined?.split(',').filter(isOne) ?? [];
  return names.length > 0 ? names : undefined;
}

const decimal = (text: string | undefined) => (text && /^\d+(\.\d+)?$/.test(text) ? text : undefined);

/** The filter of a URL. Days are in the time zone in which times are shown. */
export function filterOf(search: OrdersSearch, zone: string): OrderFilter | null {
  const { id, from, to } = search;
  const filter: OrderFilter = {
    idPrefix: id && id.length >= shortestPrefix ? id : undefined,
    status: chosen<OrderStatus>(search.status, isOrderStatus),
    health: chosen(search.health, isHealth),
    plan: plans.find((plan) => plan === search.plan),
    sku: search.sku || undefined,
    customerId: search.customer || undefined,
    createdFrom: from && startOfDay(from, zone),
    createdTo: to && startOfDay(to, zone, 1),
    minTotal: decimal(search.min),
    maxTotal: decimal(search.max),
    currencyCode: search.currency && /^[A-Z]{3}$/.test(search.currency) ? search.currency : undefined,
    needsAttention: search.attention,
  };
  const input = Object.entries(filter).filter(([, value]) => value !== undefined);
  return input.length > 0 ? Object.fromEntries(input) : null;
}
