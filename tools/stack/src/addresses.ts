import { readSettings } from '@waybill/contracts/settings';
import { freePort, portIsFree } from '@waybill/temporal';

const ports = {
  gateway: { variable: 'WAYBILL_GATEWAY_PORT', of: 'the gateway' },
  chaos: { variable: 'WAYBILL_CHAOS_PORT', of: 'the chaos service' },
  orderBook: { variable: 'WAYBILL_ORDER_BOOK_PORT', of: 'the order book' },
  temporal: { variable: 'WAYBILL_TEMPORAL_PORT', of: 'the Temporal engine' },
  temporalUi: { variable: 'WAYBILL_TEMPORAL_UI_PORT', of: 'the Temporal UI' },
} as const;

type Place = keyof typeof ports;
const places = Object.keys(ports) as Place[];

export type Ports = Record<Place, number>;

/** Where everything is found. */
export type Addresses = Record<Place, string> & { ports: Ports };

/** Reasons why the stack cannot start, one line each. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  const settings = readSettings('stack', env);
  const chosen = places.map((place) => [place, settings[ports[place].variable]] as const);
  const nameless = chosen.filter(([, port]) => port === 0);
  if (nameless.length === 0) return Object.fromEntries(chosen) as Ports;
  // The others must know it before it is open.
  throw new CannotStart(
    nameless.map(([place]) => `${ports[place].variable}: must be a port from 1 to 65535`).join('\n'),
  );
}

/** Ports of a stack beside others on this machine. */
export async function freePorts(): Promise<Ports> {
  const free = await Promise.all(places.map(async (place) => [place, await freePort()] as const));
  return Object.fromEntries(free) as Ports;
}

const loopback = '127.0.0.1';

/** The addresses of the services on this machine: a service that listens everywhere also listens on loopback. */
const hostsFrom = (env: NodeJS.ProcessEnv): Record<Place, string> => {
  const settings = readSettings('stack', env);
  const called = (host: string) => (['0.0.0.0', '::'].includes(host) ? loopback : host);
  return {
    gateway: called(settings.WAYBILL_GATEWAY_HOST),
    chaos: called(settings.WAYBILL_CHAOS_HOST),
    orderBook: called(settings.WAYBILL_ORDER_BOOK_HOST),
    temporal: loopback,
    temporalUi: loopback,
  };
};

export function addressesOn(chosen: Ports, env: NodeJS.ProcessEnv): Addresses {
  const hosts = hostsFrom(env);
  const url = (place: Place) => {
    const host = hosts[place];
    return `http://${host.includes(':') ? `[${host}]` : host}:${chosen[place]}`;
  };
  return {
    ports: chosen,
    gateway: url('gateway'),
    chaos: env.WAYBILL_CHAOS_URL || url('chaos'),
    orderBook: env.WAYBILL_ORDER_BOOK_URL || url('orderBook'),
    temporal: env.TEMPORAL_ADDRESS || `${loopback}:${chosen.temporal}`,
    temporalUi: env.WAYBILL_TEMPORAL_UI_URL || url('temporalUi'),
  };
}

/** Reports every port that is taken, or configured twice, with the setting to change. */
export async function refuseTakenPorts(chosen: Ports, needed: Place[], env: NodeJS.ProcessEnv): Promise<void> {
  const hosts = hostsFrom(env);
  const free = await Promise.all(needed.map((place) => portIsFree(chosen[place], hosts[place])));
  const lines = needed.flatMap((place, at) => {
    const other = needed.slice(0, at).find((earlier) => chosen[earlier] === chosen[place]);
    if (other) return [sharedLine(place, other, chosen[place])];
    return free[at] ? [] : [takenLine(place, chosen[place])];
  });
  if (lines.length > 0) throw new CannotStart(lines.join('\n'));
}

const sharedLine = (place: Place, other: Place, port: number) =>
  `Port ${port} is meant for ${ports[other].of} and for ${ports[place].of}: choose another with ${ports[place].variable}=…`;

const takenLine = (place: Place, port: number) =>
  `Port ${port}, meant for ${ports[place].of}, is taken: choose another with ${ports[place].variable}=…`;

export const neededPlaces = (ownEngine: boolean): Place[] =>
  places.filter((place) => ownEngine || (place !== 'temporal' && place !== 'temporalUi'));
