import { expect, test } from 'vitest';
import { drain } from '../src/transports/shared/drain.ts';

test('every connection is closed once, spread over time', async () => {
  const told: { who: number; at: number }[] = [];
  const everyone = Array.from({ length: 250 }, (_, who) => who);

  await drain(
    everyone,
    (who) => told.push({ who, at: performance.now() }),
    () => 0,
  );

  expect(told.map(({ who }) => who)).toEqual(everyone);
  const [first, second, third] = [told[0], told[100], told[200]].map((each) => each?.at ?? 0);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(third).toBeGreaterThan((told[199]?.at ?? 0) + 10);
});
