import { expect, test } from 'vitest';
import { aBusyOrder, type BusyOrder } from './support/busy-order.ts';
import { eventually } from './support/eventually.ts';
import { type Asleep, overEvents, overWebSocket, type Sleeper } from './support/sleeper.ts';

const snapshots = 'subscription { orderChanged(id: "ORD-1") { revision items { name } } }';
const journal = 'subscription { orderEvents(id: "ORD-1") { seq detail } }';
const kibibyte = 1024;

test.each<[string, Asleep]>([
  ['a WebSocket', overWebSocket],
  ['server-sent events', overEvents],
])(
  'a client that stops reading over %s delays no other, costs little, and gets the latest state when it continues',
  async (_, asleep) => {
    await using order = await aBusyOrder();
    const neighbour = reading(order, snapshots, 'orderChanged', 'revision');
    const sleeper = await asleep(order.driver, snapshots);

    const unsent = await muchHappens(order, sleeper, neighbour);
    sleeper.wake();
    await eventually(() => expect(sleeper.seen.at(-1)).toBe(order.happened()));

    expect(neighbour).toEqual(numbersTo(order.happened()));
    expect(Math.max(...unsent)).toBeLessThan(256 * kibibyte);
    expect(sleeper.seen).toEqual([...new Set(sleeper.seen)].sort((one, other) => one - other));
    expect(sleeper.seen.length).toBeLessThan(order.happened());
    sleeper.leave();
  },
);

test.each<[string, Asleep]>([
  ['a WebSocket', overWebSocket],
  ['server-sent events', overEvents],
])(
  'a client that stops reading a journal over %s costs little, and gets every entry when it continues',
  async (_, asleep) => {
    await using order = await aBusyOrder();
    const neighbour = reading(order, journal, 'orderEvents', 'seq');
    const sleeper = await asleep(order.driver, journal);

    const unsent = await muchHappens(order, sleeper, neighbour);
    sleeper.wake();
    await eventually(() => expect(sleeper.seen).toHaveLength(order.happened()));

    expect(neighbour).toEqual(numbersTo(order.happened()));
    expect(Math.max(...unsent)).toBeLessThan(256 * kibibyte);
    expect(sleeper.seen).toEqual(numbersTo(order.happened()));
    sleeper.leave();
  },
);

/** One thing after another, until nothing more leaves for the sleeper, and then as much as would be five megabytes of it. */
async function muchHappens(order: BusyOrder, sleeper: Sleeper, neighbour: readonly unknown[]): Promise<number[]> {
  const happens = async () => {
    order.happen();
    await eventually(() => expect(neighbour.at(-1)).toBe(order.happened()));
  };
  await eventually(() => expect(neighbour).toEqual([1]));
  while (sleeper.unsent() < 64 * kibibyte && order.happened() < 500) await happens();
  const unsent: number[] = [];
  for (let time = 0; time < 50; time++) {
    await happens();
    unsent.push(sleeper.unsent());
  }
  expect(Math.min(...unsent)).toBeGreaterThan(0);
  return unsent;
}

/** What somebody sees who reads at once. */
function reading({ driver }: BusyOrder, query: string, field: string, number: string): unknown[] {
  const seen: unknown[] = [];
  const read = async () => {
    for await (const { data } of driver.follow(query)) {
      seen.push((data?.[field] as Record<string, unknown> | undefined)?.[number]);
    }
  };
  void read();
  return seen;
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
