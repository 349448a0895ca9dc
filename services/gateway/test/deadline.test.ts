import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beforeDeadline, begin, DeadlineExceeded, endless } from '../src/execution/deadline.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const patience = { requestTimeoutMs: 10_000, verdictTimeoutMs: 2_000 };

test.each([
  ['query', 10_000],
  ['mutation', 12_000],
] as const)('a %s waits for its neighbours for %i ms in all', async (kind, ms) => {
  const deadline = endless();
  begin(deadline, kind, patience);
  vi.advanceTimersByTime(ms - 1);
  const inTime = await beforeDeadline(deadline, () => 'answer');
  const unanswered = beforeDeadline(deadline, () => new Promise(() => undefined));

  vi.advanceTimersByTime(1);

  expect(inTime).toBe('answer');
  await expect(unanswered).rejects.toThrow(DeadlineExceeded);
});

test('a call for which no time is left is not made', async () => {
  const deadline = endless();
  begin(deadline, 'query', patience);
  vi.advanceTimersByTime(10_000);
  const call = vi.fn();

  await expect(beforeDeadline(deadline, call)).rejects.toThrow(DeadlineExceeded);

  expect(call).not.toHaveBeenCalled();
});

test('a call that is answered, or fails, leaves no timer', async () => {
  const deadline = endless();
  begin(deadline, 'query', patience);

  await beforeDeadline(deadline, () => 'answer');
  await beforeDeadline(deadline, () => Promise.reject(new Error('away'))).catch(() => undefined);

  expect(vi.getTimerCount()).toBe(0);
});

test('a subscription waits for as long as it lasts', async () => {
  await beforeDeadline(endless(), () => vi.advanceTimersByTime(1_000_000));

  expect(vi.getTimerCount()).toBe(0);
});
