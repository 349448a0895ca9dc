import { expect, test } from 'vitest';
import { feedCursor, feedPosition } from '../../src/domain/feed-position.ts';
import { journalCursor, journalPosition } from '../../src/domain/journal-position.ts';
import { cursorAt, positionAt } from '../../src/domain/position.ts';
import { runCursor, runPosition } from '../../src/domain/run-position.ts';

const generation = '0123456789ab';
const newest = { key: '2026-01-01T00:00:00.000Z', id: 'o-1' };
const dearest = { key: 1_000, id: 'o-1' };
const encoded = (json: string) => Buffer.from(json).toString('base64url');

test.each([
  { number: 0, generation: null },
  { number: 17, generation },
  { number: 9_007_199_254_740_991, generation },
])('a position in the feed is read as it was written: $number', (position) => {
  expect(feedPosition(feedCursor(position))).toEqual(position);
});

test.each([
  ['', 'nothing'],
  ['1', 'a number without its generation'],
  ['00', 'another beginning'],
  ['17.0123456789a', 'a generation that is too short'],
  ['17.0123456789abc', 'a generation that is too long'],
  ['-1.0123456789ab', 'a number below zero'],
  ['9007199254740993.0123456789ab', 'a number that cannot be counted'],
  ['x17.0123456789ab', 'something before it'],
  ['17.0123456789ab\0', 'a NUL after it'],
  ['١٧.0123456789ab', 'digits of another script'],
  ['1e3.0123456789ab', 'a number in another notation'],
  [`${'9'.repeat(300)}.0123456789ab`, 'a number beyond bigint'],
  ['.0123456789ab', 'no number'],
])('%j is not a position in the feed: %s', (cursor) => {
  expect(() => feedPosition(cursor)).toThrow('not a cursor of the change feed');
});

test('a position in a list is read as it was written, in both directions of its sort', () => {
  expect(positionAt('OLDEST', cursorAt('NEWEST', newest))).toEqual(newest);
  expect(positionAt('TOTAL_LOW', cursorAt('TOTAL_HIGH', dearest))).toEqual(dearest);
});

test.each([
  ['a place in a list of another sort', cursorAt('TOTAL_HIGH', dearest)],
  ['no JSON', encoded('[')],
  ['a key of another kind', encoded('["age",17,"o-1"]')],
  ['a place without an order', encoded('["age","2026-01-01T00:00:00.000Z"]')],
])('%s is not a position in a list', (_which, cursor) => {
  expect(() => positionAt('NEWEST', cursor)).toThrow('not a cursor of a list sorted by age');
});

const at = newest.key;
const lists: Record<string, { cursor: string; read: (cursor: string) => unknown }> = {
  age: { cursor: cursorAt('NEWEST', newest), read: (cursor) => positionAt('OLDEST', cursor) },
  update: {
    cursor: cursorAt('RECENTLY_UPDATED', newest),
    read: (cursor) => positionAt('RECENTLY_UPDATED', cursor),
  },
  deadline: { cursor: cursorAt('DEADLINE', newest), read: (cursor) => positionAt('DEADLINE', cursor) },
  total: { cursor: cursorAt('TOTAL_LOW', dearest), read: (cursor) => positionAt('TOTAL_HIGH', cursor) },
  runs: { cursor: runCursor(newest), read: runPosition },
  journal: { cursor: journalCursor({ at, orderId: 'o-1', seq: 1 }), read: journalPosition },
};
const pairs = Object.keys(lists).flatMap((from) => Object.keys(lists).map((to) => [from, to] as const));

test.each(pairs.filter(([from, to]) => from !== to))(
  'a place in the list by %s is not a place in the list by %s',
  (from, to) => {
    expect(() => lists[to]?.read(lists[from]?.cursor ?? '')).toThrow('This is not a cursor of');
  },
);

test.each(Object.entries(lists))('a place in the list by %s is read as it was written', (_, { cursor, read }) => {
  expect(Object.values(read(cursor) as object)).toContain('o-1');
});
