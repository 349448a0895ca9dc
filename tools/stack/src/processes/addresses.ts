import { readSettings } from '@waybill/contracts/settings';
import { freePort, portIsFree } from '@waybill/temporal';
import { metricsPorts } from './metrics-ports.ts';

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
  return Object.fromEntries(places.map((place) => [place, settings[ports[place].variable]])) as Ports;
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

/** Where a process will listen: for what, and the setting to choose another port with. */
type Listener = { port: number; host: string; of: string; variable: string };

/** Reports every port that is taken, or configured twice, with the setting to change. */
export async function refuseTakenPorts(chosen: Ports, needed: Place[], env: NodeJS.ProcessEnv): Promise<void> {
  const hosts = hostsFrom(env);
  const listeners = [
    ...needed.map((place) => ({ ...ports[place], port: chosen[place], host: hosts[place] })),
    ...besidesFrom(env),
  ];
  const free = await Promise.all(listeners.map(({ port, host }) => portIsFree(port, host)));
  const lines = listeners.flatMap((listener, at) => {
    const other = listeners.slice(0, at).find(({ port }) => port === listener.port);
    if (other) return [sharedLine(listener, other)];
    return free[at] ? [] : [takenLine(listener)];
  });
  if (lines.length > 0) throw new CannotStart(lines.join('\n'));
}

/** What the processes open besides their services. */
function besidesFrom(env: NodeJS.ProcessEnv): Listener[] {
  const gateway = readSettings('gateway', env);
  const metrics = Object.entries(metricsPorts(env) ?? {}).map(([of, port]) => ({
    port,
    host: gateway.WAYBILL_METRICS_HOST,
    of: `the metrics of ${of}`,
    variable: 'WAYBILL_METRICS_PORT',
  }));
  if (metrics.some(({ port }) => port > 65_535))
    throw new CannotStart(
      'WAYBILL_METRICS_PORT: must be a port from 1 to 65531: the next four are for the other processes',
    );
  const { WAYBILL_CODEC_PORT: port, WAYBILL_CODEC_HOST: host } = gateway;
  return port ? [...metrics, { port, host, of: 'the codec server', variable: 'WAYBILL_CODEC_PORT' }] : metrics;
}

const sharedLine = ({ port, of, variable }: Listener, other: Listener) =>
  `Port ${port} is meant for ${other.of} and for ${of}: choose another with ${variable}=…`;

const takenLine = ({ port, of, variable }: Listener) =>
  `Port ${port}, meant for ${of}, is taken: choose another with ${variable}=…`;

export const neededPlaces = (ownEngine: boolean): Place[] =>
  places.filter((place) => ownEngine || (place !== 'temporal' && place !== 'temporalUi'));
