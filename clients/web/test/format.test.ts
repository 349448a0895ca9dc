import { expect, test } from 'vitest';
import { duration, exactTime, shortTime, timeLeft } from '../src/time/format.ts';

const now = Date.parse('2026-11-27T14:00:00.000Z');

test.each([
  [-5_000, '0:00'],
  [59_200, '1:00'],
  [125_000, '2:05'],
  [7_500_000, '2 h 05 min'],
  [100 * 3_600_000, '4 d 4 h'],
])('%i ms are left: %s', (ms, text) => {
  expect(timeLeft(ms)).toBe(text);
});

test.each([
  [350, '350 ms'],
  [4_200, '4.2 s'],
  [61_000, '1 min'],
  [3_900_000, '1 h 5 min'],
])('%i ms passed: %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a time of today has no date, another one has, both in the viewer’s time zone', () => {
  expect(shortTime('2026-11-27T23:30:00.000Z', 'Europe/Berlin', now)).toBe('28 Nov, 00:30');
  expect(shortTime('2026-11-27T13:02:00.000Z', 'Europe/Berlin', now)).toBe('14:02');
});

test('an exact time has its milliseconds and its zone', () => {
  expect(exactTime('2026-11-27T13:02:03.045Z', 'UTC')).toBe('27/11/2026, 13:02:03.045 UTC');
});
