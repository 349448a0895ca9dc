import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncements, pauseMs } from '../src/announce/announcements.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** All that is read aloud, in its sequence. */
function aListener() {
  const announcements = createAnnouncements();
  const heard: string[] = [];
  announcements.subscribe(() => heard.push(announcements.get()));
  return { ...announcements, heard };
}

test('two hundred changes a second are read once in five seconds, each time the newest', () => {
  const { say, heard } = aListener();

  for (let at = 0; at < 2_000; at++) {
    say('ORD-1', `${at} new`);
    vi.advanceTimersByTime(5);
  }

  expect(heard).toEqual(['0 new', '999 new', '1999 new']);
});

test('what changes after a long silence is read at once, and the last of all is never lost', () => {
  const { say, heard } = aListener();
  say('ORD-1', 'Charging');
  say('ORD-1', 'Shipped');
  say('connection', 'Live');
  vi.advanceTimersByTime(pauseMs);
  expect(heard).toEqual(['Charging', 'Shipped. Live']);

  vi.advanceTimersByTime(pauseMs);
  say('connection', 'Reconnecting');

  expect(heard.at(-1)).toBe('Reconnecting');
});

test('what has become of no interest meanwhile is not read', () => {
  const { say, heard } = aListener();
  say('ORD-1', 'Charging');
  say('new rows', '3 new');
  say('new rows', '');

  vi.advanceTimersByTime(2 * pauseMs);

  expect(heard).toEqual(['Charging']);
});
