import { BoundedMap } from '@waybill/bounded';

const maxInFlight = 10_000;

/** Concurrent calls with the same key share one call and its result. */
export function createSingleFlight<T>(call: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const inFlight = new BoundedMap<string, Promise<T>>('work being asked for', maxInFlight);
  return async (key) => inFlight.getOrMake(key, () => call(key).finally(() => inFlight.delete(key)));
}
