import { expect, test } from 'vitest';
import { keyPlace } from '../src/pages/approvals/key-place.ts';

/** What is inside these elements, by a selector of each. */
const inside = (...around: readonly string[]) => ({
  closest: (selectors: string) => selectors.split(', ').find((selector) => around.includes(selector)),
});
const pressed = { target: inside(), isCovered: false, isPageItself: false };

test.each([
  ['the page itself, with nothing in focus', { isPageItself: true }],
  ['an order of the queue', { target: inside('[data-queue]') }],
])('on %s a key may decide', (_, part) => {
  expect(keyPlace({ ...pressed, ...part })).toBe('queue');
});

test('on a button beside the queue a key may only move', () => {
  expect(keyPlace(pressed)).toBe('page');
});

test.each<[string, Partial<typeof pressed>]>([
  ...['input', 'textarea', 'select', '[contenteditable]', 'dialog', '[popover]', 'header'].map(
    (around): [string, Partial<typeof pressed>] => [around, { target: inside(around, '[data-queue]') }],
  ),
  ['the page beneath a dialog', { isCovered: true, isPageItself: true }],
])('in %s a key means something else', (_, part) => {
  expect(keyPlace({ ...pressed, ...part })).toBe('elsewhere');
});
