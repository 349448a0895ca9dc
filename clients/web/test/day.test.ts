import { expect, test } from 'vitest';
import { startOfDay } from '../src/time/day.ts';

test.each([
  ['2026-11-27', 'UTC', '2026-11-27T00:00:00.000Z'],
  ['2026-11-27', 'Asia/Kolkata', '2026-11-26T18:30:00.000Z'],
  ['2026-11-27', 'America/New_York', '2026-11-27T05:00:00.000Z'],
  ['2026-11-27', 'Pacific/Kiritimati', '2026-11-26T10:00:00.000Z'],
  ['2026-11-27', 'Pacific/Pago_Pago', '2026-11-27T11:00:00.000Z'],
  ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00.000Z'], // clocks are put forward at one
  ['2026-03-30', 'Europe/London', '2026-03-29T23:00:00.000Z'],
  ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00.000Z'],
  ['2026-10-26', 'Europe/London', '2026-10-26T00:00:00.000Z'],
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'], // there is no midnight
  ['2026-04-05', 'America/Santiago', '2026-04-05T04:00:00.000Z'], // the hour before it is there twice
])('%s begins in %s at %s', (date, zone, start) => {
  expect(startOfDay(date, zone)).toBe(start);
});

test('a day ends where the next one begins, however long it is', () => {
  expect(startOfDay('2026-03-29', 'Europe/London', 1)).toBe('2026-03-29T23:00:00.000Z');
});

test.each(['', 'yesterday', '2026-13-01', '2026-11-27T10:00', '27/11/2026'])('"%s" is not a day', (date) => {
  expect(startOfDay(date, 'UTC')).toBeUndefined();
});
