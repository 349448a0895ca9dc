import { AsyncLocalStorage } from 'node:async_hooks';
import { createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createContexts } from '../../schema/tracing/src/contexts.ts';

const one = ROOT_CONTEXT.setValue(createContextKey('one'), 1);
const other = ROOT_CONTEXT.setValue(createContextKey('other'), 2);

beforeEach(() => {
  vi.spyOn(AsyncLocalStorage.prototype, 'disable');
});
afterEach(() => vi.restoreAllMocks());
/** How often the storage was switched off, so that promises are cheap again. */
const switchedOff = () => vi.mocked(AsyncLocalStorage.prototype.disable).mock.calls.length;

test('work has its context until its promise is settled, and with the last one the storage is switched off', async () => {
  const contexts = createContexts();
  let end = () => {};
  const first = new Promise<void>((resolve) => {
    end = resolve;
  });
  const seen: unknown[] = [];
  const long = contexts.with(one, async () => {
    await first;
    seen.push(contexts.active());
  });

  await contexts.with(other, async () => void seen.push(contexts.active()));
  expect(switchedOff()).toBe(0);
  end();
  await long;

  expect(seen).toEqual([other, one]);
  expect(switchedOff()).toBe(1);
  expect(contexts.active()).toBe(ROOT_CONTEXT);
});

test('work that throws or rejects ends its context, too, and so does work without a promise', async () => {
  const contexts = createContexts();

  expect(() => contexts.with(one, () => JSON.parse('{'))).toThrow(SyntaxError);
  await expect(contexts.with(one, () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
  expect(contexts.with(one, () => contexts.active())).toBe(one);

  expect(switchedOff()).toBe(3);
});

test('what goes on for others is in no context, and does not keep the storage on', async () => {
  const contexts = createContexts();
  let endless: unknown;
  await contexts.with(one, async () => {
    void contexts.with(ROOT_CONTEXT, () => {
      endless = contexts.active();
      return new Promise(() => undefined);
    });
    expect(contexts.active()).toBe(one);
  });

  expect(endless).toBe(ROOT_CONTEXT);
  expect(switchedOff()).toBe(1);
});

test('a context that suppresses tracing is not entered', () => {
  const contexts = createContexts();
  const sending = suppressTracing(ROOT_CONTEXT);

  expect(contexts.with(sending, () => contexts.active())).toBe(ROOT_CONTEXT);
  expect(switchedOff()).toBe(0);
});
