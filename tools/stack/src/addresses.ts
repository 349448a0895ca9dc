import { portIsFree } from '@waybill/temporal';

const ports = {
  gateway: { variable: 'WAYBILL_GATEWAY_PORT', otherwise: 4000, of: 'the gateway' },
  chaos: { variable: 'WAYBILL_CHAOS_PORT', otherwise: 3001, of: 'the chaos service' },
  orderBook: { variable: 'WAYBILL_ORDER_BOOK_PORT', otherwise: 3002, of: 'the order book' },
  temporal: { variable: 'WAYBILL_TEMPORAL_PORT', otherwise: 7233, of: 'the Temporal engine' },
  temporalUi: { variable: 'WAYBILL_TEMPORAL_UI_PORT', otherwise: 8233, of: 'the Temporal UI' },
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
  const read = places.map((place) => {
    const given = env[ports[place].variable];
    return [place, given ? portNumber(ports[place].variable, given) : ports[place].otherwise];
  });
  return Object.fromEntries(read);
}

function portNumber(variable: string, given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CannotStart(`${variable} is "${given}", and a port is a number from 1 to 65535`);
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
