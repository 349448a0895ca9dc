import { expect, test } from 'vitest';
import { aGroup } from './support/broadcast-group.ts';
import { eventually } from './support/eventually.ts';

test('each change is rendered once for all subscribers', async () => {
  const { told, join, rendered } = aGroup();
  const members = Array.from({ length: 1_000 }, () => join());
  await eventually(() => expect(members.at(-1)?.seen).toEqual(['0']));

  told(1);
  await eventually(() => expect(members.at(-1)?.seen).toEqual(['0', '1']));

  expect(new Set(members.map(({ seen }) => seen.join()))).toEqual(new Set(['0,1']));
  expect(rendered).toEqual(['0', '1']);
});

test('a new subscriber is not sent a state that it already has', async () => {
  const { told, join } = aGroup();
  const member = join();
  await eventually(() => expect(member.seen).toEqual(['0']));

  told(0);
  told(1);

  await eventually(() => expect(member.seen).toEqual(['0', '1']));
});

test('different selections are rendered separately', async () => {
  const { told, join, rendered } = aGroup();
  const [one, other] = [join('one'), join('other')];
  await eventually(() => expect([...one.seen, ...other.seen]).toEqual(['0', '0']));

  told(1);
  await eventually(() => expect([...one.seen, ...other.seen]).toEqual(['0', '1', '0', '1']));

  expect(rendered).toHaveLength(4);
});

test('a slow subscriber skips intermediate changes, but gets the latest and the end', async () => {
  const { told, end, join } = aGroup();
  const [slow, fast] = [join(), join()];
  await eventually(() => expect(slow.seen).toEqual(['0']));

  slow.becomeSlow();
  for (const revision of [1, 2, 3]) {
    told(revision);
    await eventually(() => expect(fast.seen.at(-1)).toBe(`${revision}`));
  }
  end();
  await eventually(() => expect(fast.seen.at(-1)).toBe('end'));
  slow.becomeFree();

  await eventually(() => expect(slow.seen).toEqual(['0', '3', 'end']));
});

test('a late subscriber gets the latest state, and one that left gets nothing more', async () => {
  const { told, join } = aGroup();
  const early = join();
  await eventually(() => expect(early.seen).toEqual(['0']));
  told(1);
  await eventually(() => expect(early.seen).toEqual(['0', '1']));

  early.unsubscribe();
  const late = join();
  await eventually(() => expect(late.seen).toEqual(['0']));
  told(2);

  await eventually(() => expect(late.seen).toEqual(['0', '2']));
  expect(early.seen).toEqual(['0', '1']);
});

test('the watch of an order stops when its last subscriber leaves', async () => {
  const { watches, join } = aGroup();
  const members = [join(), join('other')];
  await eventually(() => expect(members.map(({ seen }) => seen.length)).toEqual([1, 1]));

  for (const { unsubscribe } of members) unsubscribe();

  expect(watches.size).toBe(0);
});

test('the journal of a change is sent before its state, which takes longer to render', async () => {
  const { told, join, watches } = aGroup();
  const { seen } = join();
  void (async () => {
    for await (const { seq } of watches.entries('ORD-1', 0)) seen.push(`entry ${seq}`);
  })();
  told(1, [1]);
  await eventually(() => expect(seen).toContain('entry 1'));

  told(2, [2]);

  await eventually(() => expect(seen.slice(-2)).toEqual(['entry 2', '2']));
});
