import { expect, test } from 'vitest';
import { createServerClock } from '../src/time/server-clock.ts';

const hour = 3_600_000;

test.each([-hour, 0, hour])('a clock that is %i ms off shows the server’s time', (off) => {
  let local = 1_000_000 + off;
  const clock = createServerClock(() => local);

  clock.observe(1_000_000);
  local += 5_000;

  expect(clock.now()).toBe(1_005_000);
});

test('a slow response does not set the clock back', () => {
  let local = 0;
  const clock = createServerClock(() => local);
  clock.observe(500_000);
  local += 10_000;

  clock.observe(503_000);

  expect(clock.now()).toBe(510_000);
});

test('an invalid time is ignored', () => {
  const clock = createServerClock(() => 7);

  clock.observe(Number.NaN);

  expect(clock.now()).toBe(7);
});
