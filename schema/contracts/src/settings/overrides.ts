import { type OrderLimits, type PlacedOrder, shipment, usualOrderLimits } from '../domain/index.ts';
import { patienceFrom } from './patience.ts';
import type { SettingsOf } from './values.ts';

/** What enters with an order, for a workflow reads no settings: only what departs from the tables. */
export type OrderOverrides = Pick<PlacedOrder, 'patience' | 'limitMs' | 'limits' | 'shippingQueue'>;

export function overridesFrom(given: SettingsOf<'gateway'>): OrderOverrides {
  const limits = departures({
    items: given.WAYBILL_LIMIT_ITEMS,
    commands: given.WAYBILL_LIMIT_COMMANDS,
    commandsKeptForStaff: given.WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF,
    historyEvents: given.WAYBILL_LIMIT_HISTORY_EVENTS,
  });
  const shippingQueue = given.WAYBILL_SHIPPING_QUEUE;
  return {
    ...patienceFrom(given),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(shippingQueue === shipment.taskQueue ? {} : { shippingQueue }),
  };
}

const departures = (limits: OrderLimits): Partial<OrderLimits> =>
  Object.fromEntries(
    Object.entries(limits).filter(([name, value]) => usualOrderLimits[name as keyof OrderLimits] !== value),
  );
