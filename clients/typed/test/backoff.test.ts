import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, pause } from '../src/timing/backoff.ts';
import { aGateway } from './support/gateway.ts';
import { anEntry } from './support/order.ts';

test('each failure doubles the longest wait, which stays at a second and a half for 20 attempts, and ends at ten', () => {
  const waits = [0, 1, 2, 3, 4, 19, 20, 21, 22, 60].map((failures) => backoffMs(failures, () => 1));

  expect(waits).toEqual([250, 500, 1_000, 1_500, 1_500, 1_500, 3_000, 6_000, 10_000, 10_000]);
});

test('the actual wait is random', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const longest = backoffMs(failures, () => 1);

      const wait = backoffMs(failures, () => chance);

      expect(Math.abs(wait - chance * longest)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a stream waits longer after each failed attempt, and starts over once it has received a result', async () => {
  await using gateway = await aGateway({
    orderEvents: async function* ({ after }) {
      const seq = Number(after ?? 0) + 1;
      yield { orderEvents: anEntry(seq) };
      if (seq < 2) await gateway.close();
      if (seq < 3) gateway.hangUp();
    },
  });
  const waits: number[] = [];
  let minutes = 0;
  const pause = async (ms: number) => {
    waits.push(ms);
    if (waits.length === 3) await gateway.open();
  };

  const events = gateway.connect({ pause, random: () => 1, now: () => ++minutes * 60_000 }).orders.events('ORD-1');
  for await (const _ of events);

  expect(waits).toEqual([250, 500, 1_000, 250]);
});

test('a wait ends at once when no stream waits any more', async () => {
  const leaving = new AbortController();
  const waiting = pause(60_000, leaving.signal);

  leaving.abort();

  await expect(waiting).resolves.toBeUndefined();
  await expect(pause(60_000, leaving.signal)).resolves.toBeUndefined();
});
