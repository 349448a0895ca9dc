import { readSettings } from '@waybill/contracts/settings';
import { portIsFree } from '@waybill/temporal';

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

/** What keeps the stack from starting, each in one line. */
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

export function addressesOn(chosen: Ports, givenEngine: string | undefined): Addresses {
  const url = (place: Place) => `http://127.0.0.1:${chosen[place]}`;
  return {
    ports: chosen,
    gateway: url('gateway'),
    chaos: url('chaos'),
    orderBook: url('orderBook'),
    temporal: givenEngine ?? `127.0.0.1:${chosen.temporal}`,
    temporalUi: url('temporalUi'),
  };
}

/** Says of every port that is taken how to choose another. */
export async function refuseTakenPorts(chosen: Ports, needed: Place[]): Promise<void> {
  const free = await Promise.all(needed.map((place) => portIsFree(chosen[place])));
  const taken = needed.filter((_, at) => !free[at]);
  if (taken.length === 0) return;
  throw new CannotStart(taken.map((place) => takenLine(place, chosen[place])).join('\n'));
}

const takenLine = (place: Place, port: number) =>
  `Port ${port}, meant for ${ports[place].of}, is taken: choose another with ${ports[place].variable}=…`;

export const neededPlaces = (ownEngine: boolean): Place[] =>
  places.filter((place) => ownEngine || (place !== 'temporal' && place !== 'temporalUi'));
