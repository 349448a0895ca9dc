import { unlessNamed } from './comparisons.ts';
import { BadSettings } from './read.ts';
import type { Values } from './values.ts';

type Service = 'gateway' | 'chaos' | 'order-book' | 'worker';
type Listener = 'GATEWAY' | 'CODEC' | 'CHAOS' | 'ORDER_BOOK' | 'METRICS';
type PortSetting = `WAYBILL_${Listener}_PORT`;

/** What each process listens for. */
const listeners: Readonly<Record<Service, readonly Listener[]>> = {
  gateway: ['METRICS', 'CODEC', 'GATEWAY'],
  chaos: ['METRICS', 'CHAOS'],
  'order-book': ['METRICS', 'ORDER_BOOK'],
  worker: ['METRICS'],
};

const everywhere = ['0.0.0.0', '::'];

/**
 * Throws `BadSettings` if a process would listen twice on one port: the later listener would fail, and its settings
 * would be blamed alone. `named`: the settings that were given.
 */
export function refuseSharedPorts(service: Service, settings: Partial<Values>, named: ReadonlySet<string>): void {
  const places = listeners[service].map((name) => placeOf(name, settings));
  const lines = places.flatMap((one, at) =>
    places
      .slice(at + 1)
      .filter((other) => one.port && one.port === other.port && overlap(one.host, other.host))
      .map((other) => lineFor(one.setting, other.setting, named)),
  );
  if (lines.length > 0) throw new BadSettings(lines.join('\n'));
}

/** Blames a setting that was given. */
const lineFor = (one: PortSetting, other: PortSetting, named: ReadonlySet<string>): string =>
  named.has(one)
    ? `${one}: must differ from ${other}${unlessNamed(other, named)}`
    : `${other}: must differ from ${one}${unlessNamed(one, named)}`;

const placeOf = (name: Listener, settings: Partial<Values>) => ({
  setting: `WAYBILL_${name}_PORT` as PortSetting,
  port: settings[`WAYBILL_${name}_PORT`],
  host: settings[`WAYBILL_${name}_HOST`],
});

const overlap = (one?: string, other?: string): boolean =>
  one === other || [one, other].some((host) => host !== undefined && everywhere.includes(host));
