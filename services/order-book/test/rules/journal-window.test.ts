import { expect, test } from 'vitest';
import { journalWindow } from '../../src/domain/journal-window.ts';

/** A journal of 250 entries, and what of it a page holds: from, to, whether there is more after it, and before it. */
const page = (query: Parameters<typeof journalWindow>[0], newest = 250) => {
  const { from, to, hasMore, hasEarlier } = journalWindow(query, newest);
  return [from, to, hasMore, hasEarlier];
};

test.each([
  ['without bounds, the first hundred', {}, [1, 100, true, false]],
  ['after an entry, those that follow it', { after: 100 }, [101, 200, true, true]],
  ['the rest, where fewer are left', { after: 200 }, [201, 250, false, true]],
  ['exactly the rest', { after: 200, first: 50 }, [201, 250, false, true]],
  ['one less than the rest', { after: 200, first: 49 }, [201, 249, true, true]],
  ['none', { after: 10, first: 0 }, [11, 10, true, true]],
  ['up to an entry, that one excluded', { before: 51 }, [1, 50, true, false]],
  ['between two entries, both excluded', { after: 10, before: 21 }, [11, 20, true, true]],
  ['the last ones', { last: 10 }, [241, 250, false, true]],
  ['the last ones before an entry', { before: 51, last: 10 }, [41, 50, true, true]],
  ['the last ones, but none up to an entry', { after: 45, before: 51, last: 10 }, [46, 50, true, true]],
  ['all of them, where fewer are there than the last that are asked for', { last: 300 }, [1, 250, false, false]],
] as const)('a page holds %s', (_what, query, window) => {
  expect(page(query)).toEqual(window);
});

test('a journal without an entry has nothing before it and nothing after it', () => {
  expect(page({ after: 5 }, 0)).toEqual([6, 0, false, false]);
});

test('a page in both directions is refused, also when it is empty', () => {
  expect(() => page({ first: 0, last: 0 })).toThrow('not both');
});
