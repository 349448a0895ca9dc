import { duration, host, onOff, path, port, url } from './kinds.ts';
import type { Settings } from './setting.ts';

/** The providers: where they are, how slow they are, and whether faults can be injected. */
export const chaos = {
  WAYBILL_CHAOS_HOST: { is: host, default: '127.0.0.1', by: ['chaos', 'stack'], means: 'the address they bind to' },
  WAYBILL_CHAOS_PORT: { is: port, default: '3001', by: ['chaos', 'stack'], means: 'the port that they listen on' },
  WAYBILL_CHAOS_DATA: {
    is: path,
    by: ['chaos', 'stack'],
    means: 'folder of their embedded database; in memory if absent; `npm start` keeps it in its state folder',
  },
  CHAOS_CONTROL: {
    is: onOff,
    default: 'off',
    underStart: 'on',
    by: ['chaos'],
    means: 'whether faults can be injected',
  },
  WAYBILL_LABEL_TIME: {
    is: duration,
    default: 'PT20S',
    underStart: 'PT5S', // at a real carrier's 20 s the first order would be mostly waiting
    by: ['chaos'],
    means: 'how long the carrier takes to make a label',
  },
  WAYBILL_CHAOS_LATENCY: { is: duration, default: 'PT0S', by: ['chaos'], means: 'a delay that is added to every call' },
  WAYBILL_CHAOS_HANG: {
    is: duration,
    default: 'PT30S',
    by: ['chaos'],
    means: 'how long a call with the outcome timeout hangs before it is cut off',
  },
  WAYBILL_CHAOS_SLOW_FROM: {
    is: duration,
    default: 'PT0.2S',
    by: ['chaos'],
    means: 'shortest delay of a slow call',
  },
  WAYBILL_CHAOS_SLOW_TO: { is: duration, default: 'PT2S', by: ['chaos'], means: 'longest delay of a slow call' },
  WAYBILL_CUSTOMERS_URL: {
    is: url,
    by: ['chaos'],
    means: 'a real customer service, used instead of the simulated one',
  },
  WAYBILL_LOCATION_URL: { is: url, by: ['chaos'], means: 'a real location service, used instead of the simulated one' },
  WAYBILL_WEATHER_URL: { is: url, by: ['chaos'], means: 'a real weather service, used instead of the simulated one' },
  WAYBILL_CAT_FACT_URL: {
    is: url,
    by: ['chaos'],
    means: 'a real service of cat facts, used instead of the simulated one',
  },
} as const satisfies Settings;
