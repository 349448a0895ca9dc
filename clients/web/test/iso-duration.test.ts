import { expect, test } from 'vitest';
import { periodWord } from '../src/run/words.ts';
import { isoDuration } from '../src/time/iso-duration.ts';

test.each([
  ['90', 'M', 'PT90M', '90 minutes'],
  ['2', 'H', 'PT2H', '2 hours'],
  ['7', 'D', 'P7D', '7 days'],
])('%s %s is sent as %s, and read as "%s"', (count, unit, iso, words) => {
  expect(isoDuration(count, unit)).toBe(iso);
  expect(periodWord(iso)).toBe(words);
});
