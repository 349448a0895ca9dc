import { type Environment, type Reader, readSettings } from '@waybill/contracts/settings';
import { type Log, metricsAddress, settingsOf, tracingFrom } from '@waybill/platform';
import { partsFrom } from '../../../services/chaos/src/from-settings.ts';
import { partsFrom as bookPartsFrom } from '../../../services/order-book/src/from-settings.ts';
import { neighboursFrom } from '../../../worker/src/assembly/start-worker.ts';
import type { Effects, Observe } from './effect.ts';

type Providers = ReturnType<typeof partsFrom>;
type Book = ReturnType<typeof bookPartsFrom>;

/** Of what the providers are made. */
export const providers =
  (look: (parts: Providers) => unknown): Observe =>
  (env) =>
    look(partsFrom(readSettings('chaos', env)));

/** Of what the order book is made. */
export const book =
  (look: (parts: Book) => unknown): Observe =>
  (env) =>
    look(bookPartsFrom(readSettings('order-book', env)));

/** Why it cannot be made; undefined where it can. */
export const refusal =
  (observe: Observe): Observe =>
  async (env) => {
    try {
      await observe(env);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

const set = (env: Environment) => {
  for (const [name, value] of Object.entries(env)) process.env[name] = value;
};

/** How much a process logs, which is told by its own environment. */
export const logLevel = (who: Logging): Observe => ofLog(who, ({ level }) => level);

/** Which build its lines name. */
export const buildInLog = (who: Logging): Observe => ofLog(who, (log) => log.bindings().buildId);

type Logging = Extract<Reader, 'gateway' | 'chaos' | 'order-book' | 'worker'>;

const ofLog =
  (who: Logging, look: (log: Log) => unknown): Observe =>
  (env) => {
    set(env);
    const seen = look(settingsOf(who).log);
    for (const name of Object.keys(env)) delete process.env[name];
    return seen;
  };

/** Where a process serves its metrics. */
export const metricsAt =
  (who: 'gateway' | 'chaos' | 'order-book' | 'worker'): Observe =>
  (env) =>
    metricsAddress(readSettings(who, env));

/** Where a process sends its traces, and how many of them. */
export const tracesTo =
  (who: 'gateway' | 'chaos' | 'order-book' | 'worker'): Observe =>
  (env) =>
    tracingFrom(readSettings(who, env));

/** The same seen of every process. */
export const onAll = (observe: (who: 'gateway' | 'chaos' | 'order-book' | 'worker') => Observe, seen: unknown) => ({
  gateway: [observe('gateway'), seen] as const,
  chaos: [observe('chaos'), seen] as const,
  'order-book': [observe('order-book'), seen] as const,
  worker: [observe('worker'), seen] as const,
});

const behaves = <Key extends keyof Providers['behaviour']>(
  key: Key,
  given: string,
  seen: Providers['behaviour'][Key],
) => ({
  given,
  on: { chaos: [providers(({ behaviour }) => behaviour[key]), seen] as const },
});

const asks = (source: keyof Providers['behaviour']['sources']) => ({
  given: 'https://source.example',
  on: { chaos: [providers(({ behaviour }) => behaviour.sources[source]), 'https://source.example'] as const },
});

export const chaosEffects = {
  CHAOS_CONTROL: behaves('control', 'on', true),
  WAYBILL_LABEL_TIME: behaves('labelTimeMs', 'PT7S', 7_000),
  WAYBILL_CHAOS_LATENCY: behaves('latencyMs', 'PT7S', 7_000),
  WAYBILL_CHAOS_HANG: behaves('hangMs', 'PT7S', 7_000),
  WAYBILL_CHAOS_SLOW_FROM: behaves('slowMs', 'PT1S', { from: 1_000, to: 2_000 }),
  WAYBILL_CHAOS_SLOW_TO: behaves('slowMs', 'PT7S', { from: 200, to: 7_000 }),
  WAYBILL_CUSTOMERS_URL: asks('customers'),
  WAYBILL_LOCATION_URL: asks('location'),
  WAYBILL_WEATHER_URL: asks('weather'),
  WAYBILL_CAT_FACT_URL: asks('catFact'),
} satisfies Partial<Effects>;

export const neighbours = (env: Environment) => neighboursFrom(readSettings('worker', env));
