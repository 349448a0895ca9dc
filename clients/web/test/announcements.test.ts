import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncements, pauseMs } from '../src/announce/announcements.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Everything that is announced, in order. */
function aListener() {
  const announcements = createAnnouncements();
  const heard: string[] = [];
  announcements.subscribe(() => heard.push(announcements.get()));
  return { ...announcements, heard };
}

test('two hundred changes per second are announced once in five seconds, with the newest each time', () => {
  const { say, heard } = aListener();

  for (let at = 0; at < 2_000; at++) {
    say('ORD-1', `${at} new`);
    vi.advanceTimersByTime(5);
  }

  expect(heard).toEqual(['0 new', '999 new', '1999 new']);
});

test('a change after a long silence is announced at once, and the last one is never lost', () => {
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

test('a text that was cleared meanwhile is not announced', () => {
  const { say, heard } = aListener();
  say('ORD-1', 'Charging');
  say('new rows', '3 new');
  say('new rows', '');

  vi.advanceTimersByTime(2 * pauseMs);

  expect(heard).toEqual(['Charging']);
});
