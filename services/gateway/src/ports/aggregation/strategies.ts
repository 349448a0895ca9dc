import type { UserContext } from '@waybill/contracts/domain';
import type { AggregationStrategy } from '@waybill/graphql';
import { contextOf, type Parts } from './parts.ts';
import { gatherReactively } from './reactive.ts';

/** All have the same result; they differ in concurrency and implementation. */
export const strategies: Record<AggregationStrategy, (parts: Parts) => Promise<UserContext>> = {
  ALL_SETTLED: gatherAllSettled,
  SEQUENTIAL: gatherSequentially,
  REACTIVE: gatherReactively,
};

async function gatherAllSettled({ location, weather, catFact }: Parts): Promise<UserContext> {
  const located = location();
  const [place, sky, fact] = await Promise.allSettled([
    located,
    located.then(({ value }) => weather(value)),
    catFact(),
  ]);
  return contextOf(settledValue(place), settledValue(sky), settledValue(fact));
}

async function gatherSequentially({ location, weather, catFact }: Parts): Promise<UserContext> {
  const place = await location();
  const sky = await weather(place.value);
  const fact = await catFact();
  return contextOf(place, sky, fact);
}

/** A part never rejects: an exception is a bug. */
function settledValue<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
