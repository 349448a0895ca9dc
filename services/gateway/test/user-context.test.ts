import type { AggregationStrategy } from '@waybill/graphql';
import { Refused, Unavailable } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import { createUserContextPort } from '../src/ports/aggregation/user-context.ts';

type Providers = Parameters<typeof createUserContextPort>[0];

const strategies: AggregationStrategy[] = ['ALL_SETTLED', 'SEQUENTIAL', 'REACTIVE'];

/** A linear congruence: the same seed is the same numbers. */
const randomFrom = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

const answers = {
  location: { city: 'Bern', country: 'CH', latitude: 46.9, longitude: 7.4 },
  weather: { temperatureCelsius: 12, windKmh: 4 },
  catFact: { fact: 'Cats purr' },
};

/** Providers with deterministic replies, independent of the strategy. */
function providersOf(seed: number): Providers {
  const random = randomFrom(seed);
  const call = <T>(answer: T) => {
    const [fate, turns] = [random(), Math.floor(random() * 4)];
    return async () => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      if (fate < 0.25) throw new Refused('UNKNOWN_SKU', 'It is not known');
      if (fate < 0.5) throw new Unavailable('It is away');
      return answer;
    };
  };
  const { location, weather, catFact } = answers;
  return { context: { location: call(location), weather: call(weather), catFact: call(catFact) } };
}

test.each(Array.from({ length: 200 }, (_, seed) => seed))(
  'all strategies have the same result (seed %i)',
  async (seed) => {
    const { gather } = createUserContextPort(providersOf(seed))('c-1');

    const [first, ...others] = await Promise.all(strategies.map((strategy) => gather('ada', strategy)));

    expect(others).toEqual([first, first]);
    const parts = [first?.location, first?.weather, first?.catFact];
    expect(first?.problems).toHaveLength(parts.filter((part) => part === null).length);
  },
);

test.each(strategies)('a part without a reply before the deadline is missing, with a problem: %s', async (strategy) => {
  const never = () => new Promise<never>(() => undefined);
  const { gather } = createUserContextPort({ context: { location: never, weather: never, catFact: never } }, 1)('c-1');

  const { problems, ...parts } = await gather('ada', strategy);

  expect(parts).toEqual({ location: null, weather: null, catFact: null });
  expect(problems.map(({ part, code }) => `${part} ${code}`)).toEqual([
    'LOCATION DEADLINE_EXCEEDED',
    'WEATHER LOCATION_UNKNOWN',
    'CAT_FACT DEADLINE_EXCEEDED',
  ]);
});
