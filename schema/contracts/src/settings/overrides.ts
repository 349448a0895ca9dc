import {
  type OrderLimits,
  type PlacedOrder,
  type RunKind,
  type RunLimits,
  type RunStepName,
  type StartedRun,
  shipment,
  stepsOfRun,
  usualOrderLimits,
  usualRunLimits,
} from '../domain/index.ts';
import { patienceFrom, runPatienceFrom } from './patience.ts';
import type { SettingsOf } from './values.ts';

/**
 * The settings that are stored with an order, because a workflow reads none: only those that differ from the defaults.
 */
export type OrderOverrides = Pick<PlacedOrder, 'patience' | 'limitMs' | 'limits' | 'shippingQueue'>;

export function overridesFrom(settings: SettingsOf<'gateway'>): OrderOverrides {
  const limits = departures<OrderLimits>(usualOrderLimits, {
    items: settings.WAYBILL_LIMIT_ITEMS,
    commands: settings.WAYBILL_LIMIT_COMMANDS,
    commandsKeptForStaff: settings.WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF,
    historyEvents: settings.WAYBILL_LIMIT_HISTORY_EVENTS,
  });
  const shippingQueue = settings.WAYBILL_SHIPPING_QUEUE;
  return {
    ...patienceFrom(settings),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(shippingQueue === shipment.taskQueue ? {} : { shippingQueue }),
  };
}

/** The same for a run. */
export type RunOverrides = Pick<StartedRun, 'patience' | 'limits'>;

export const runOverridesFrom = (settings: SettingsOf<'gateway'>): RunOverrides => {
  const patience = runPatienceFrom(settings);
  const limits = departures<RunLimits>(usualRunLimits, {
    commands: settings.WAYBILL_LIMIT_RUN_COMMANDS,
    historyEvents: settings.WAYBILL_LIMIT_RUN_HISTORY_EVENTS,
  });
  return {
    ...(Object.keys(patience).length > 0 ? { patience } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
  };
};

/** The overrides of a run of one kind: only for the steps that it has. */
export function overridesOfRun({ patience = {}, limits }: RunOverrides, kind: RunKind): RunOverrides {
  const own = Object.entries(patience).filter(([step]) => stepsOfRun[kind].some((each: RunStepName) => each === step));
  return { ...(own.length > 0 ? { patience: Object.fromEntries(own) } : {}), ...(limits ? { limits } : {}) };
}

const departures = <Limits extends Record<string, number>>(usual: Limits, settings: Limits): Partial<Limits> =>
  Object.fromEntries(Object.entries(settings).filter(([name, value]) => usual[name] !== value)) as Partial<Limits>;
