import { expect, test } from 'vitest';
import { drain } from '../src/transports/shared/drain.ts';

test('every connection is closed once, spread over time', async () => {
  const disconnected: { who: number; at: number }[] = [];
  const everyone = Array.from({ length: 250 }, (_, who) => who);

  await drain(
    everyone,
    (who) => disconnected.push({ who, at: performance.now() }),
    () => 0,
  );

  expect(disconnected.map(({ who }) => who)).toEqual(everyone);
  const [first, second, third] = [disconnected[0], disconnected[100], disconnected[200]].map((each) => each?.at ?? 0);
  expect(second).toBeGreaterThan(first ?? 0);
  expect(third).toBeGreaterThan((disconnected[199]?.at ?? 0) + 10);
});
