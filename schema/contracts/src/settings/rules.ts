import type { Values } from './values.ts';

/** Contradictions between settings that are each valid: a line for each. */
export const contradictions = (given: Partial<Values>, named: ReadonlySet<string>): string[] => [
  ...(named.has('TEMPORAL_NAMESPACE') && !named.has('TEMPORAL_ADDRESS')
    ? ['TEMPORAL_NAMESPACE: must have TEMPORAL_ADDRESS beside it, which says whose namespace that is']
    : []),
  ...(given.WAYBILL_SHIPPING_QUEUE !== undefined && queuesOfOrders(given).includes(given.WAYBILL_SHIPPING_QUEUE)
    ? ['WAYBILL_SHIPPING_QUEUE: must be no queue of orders or audit: its workers cannot do what is asked for there']
    : []),
  ...(isMore(given.WAYBILL_CHAOS_SLOW_FROM, given.WAYBILL_CHAOS_SLOW_TO)
    ? ['WAYBILL_CHAOS_SLOW_FROM: must be no longer than WAYBILL_CHAOS_SLOW_TO']
    : []),
  ...(isMore(given.WAYBILL_LABEL_HEARTBEAT, half(given.WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT))
    ? [
        'WAYBILL_LABEL_HEARTBEAT: must be no longer than half of WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT, which is PT12S by default',
      ]
    : []),
];

const queuesOfOrders = ({ WAYBILL_ORDERS_QUEUE: orders, WAYBILL_AUDIT_QUEUE: audit }: Partial<Values>) => [
  orders,
  audit,
];

const half = (duration?: number) => duration && duration / 2;

const isMore = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && one > other;
