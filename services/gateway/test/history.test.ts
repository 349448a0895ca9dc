import { expect, test } from 'vitest';
import { createHistory } from '../src/ports/history.ts';

const executionId = '0198f3a1-7c1e-7abc-8def-0123456789ab';
const event = {
  id: 3,
  type: 'TimerFired',
  at: '2026-01-02T03:04:05.000Z',
  step: null,
  compensation: null,
  detail: null,
};

test('a cursor leads on from its event, in the run that it belongs to', async () => {
  const queries: unknown[] = [];
  const history = createHistory(async (id, query) => {
    queries.push([id, query]);
    return { executionId, events: [event], hasMore: true };
  });

  const page = await history('ORD-1', { first: 1, newestFirst: false });
  await history('ORD-1', { first: 1, newestFirst: true, after: page?.edges[0]?.cursor ?? '' });

  expect(page).toEqual({
    edges: [{ cursor: `3.${executionId}`, node: event }],
    hasNextPage: true,
    hasPreviousPage: false,
  });
  expect(queries).toEqual([
    ['ORD-1', { first: 1, newestFirst: false }],
    ['ORD-1', { first: 1, newestFirst: true, after: { eventId: 3, executionId } }],
  ]);
});

test('a missing history is null', async () => {
  expect(await createHistory(async () => null)('ORD-1', { first: 1, newestFirst: false })).toBeNull();
});

test.each([
  '7',
  `x.${executionId}`,
  `1234567890.${executionId}`,
  '7.not-a-run',
  `7.${executionId}x`,
  `-1.${executionId}`,
])('%j is refused as a cursor, and the engine is not called', async (after) => {
  const unasked = () => Promise.reject(new Error('The engine was asked'));

  const page = createHistory(unasked)('ORD-1', { first: 1, newestFirst: false, after });

  await expect(page).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});
