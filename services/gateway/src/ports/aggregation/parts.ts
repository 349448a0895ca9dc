import { OrderId, weatherIn } from '@waybill/contracts';
import {
  type ContextPart,
  locationUnknown,
  type PartProblem,
  type UserContext,
  type UserLocation,
  type UserWeather,
} from '@waybill/contracts/domain';
import { type ProvidersClient, Refused } from '@waybill/providers-client';

export type Part<T> = { value: T | null; problem: PartProblem | null };

/** The calls that gather a user context. None rejects: a missing part is null, and its problem says why. */
export type Parts = {
  location: () => Promise<Part<UserLocation>>;
  weather: (location: UserLocation | null) => Promise<Part<UserWeather>>;
  catFact: () => Promise<Part<string>>;
};

export type ContextProviders = Pick<ProvidersClient, 'context'>;

type Lookup = { userId: string; correlationId: string; deadline: AbortSignal };

/** Each part is requested once. Faults are drawn for the user: `user-<userId>`. */
export function createParts({ context }: ContextProviders, { userId, correlationId, deadline }: Lookup): Parts {
  const on = chaosKeyOf(userId);
  const options = { correlationId, signal: deadline };
  const part = async <T>(name: ContextPart, call: () => Promise<T>): Promise<Part<T>> => {
    try {
      return { value: await untilAborted(call(), deadline), problem: null };
    } catch (error) {
      return { value: null, problem: problemOf(name, error, deadline.aborted) };
    }
  };
  return {
    location: () => part('LOCATION', () => context.location(on, options)),
    weather: (location) =>
      location
        ? part('WEATHER', async () => {
            const { latitude, longitude } = location;
            return weatherIn(await context.weather({ ...on, latitude, longitude }, options));
          })
        : Promise.resolve(noLocation),
    catFact: () => part('CAT_FACT', async () => (await context.catFact(on, options)).fact),
  };
}

export const contextOf = (
  location: Part<UserLocation>,
  weather: Part<UserWeather>,
  fact: Part<string>,
): UserContext => ({
  location: location.value,
  weather: weather.value,
  catFact: fact.value,
  problems: [location, weather, fact].flatMap(({ problem }) => problem ?? []),
});

/** A user whose id does not have the form of an order id has no key. */
function chaosKeyOf(userId: string): { orderId?: string } {
  const orderId = `user-${userId}`;
  return OrderId.safeParse(orderId).success ? { orderId } : {};
}

const noLocation: Part<never> = {
  value: null,
  problem: { part: 'WEATHER', code: locationUnknown, message: 'The weather needs a location, which is unknown' },
};

function problemOf(part: ContextPart, error: unknown, isLate: boolean): PartProblem {
  if (isLate) return { part, code: 'DEADLINE_EXCEEDED', message: 'There was no answer in time' };
  if (error instanceof Refused) return { part, code: error.code, message: error.message };
  return { part, code: 'STEP_FAILED', message: 'The provider did not respond' };
}

/** Enforces the deadline also for calls that ignore their signal. */
function untilAborted<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
