import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';

/**
 * Keeps the running context in Node's AsyncLocalStorage. A context that suppresses tracing is not entered: the SDK sends spans in
 * such a one, nothing traces those requests, and on Node 20 the first context makes every later promise of the process dearer.
 */
export function createContexts(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  const contexts: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (given, work, self, ...args) =>
      isTracingSuppressed(given)
        ? work.call(self as ThisParameterType<typeof work>, ...args)
        : storage.run(given, () => work.call(self as ThisParameterType<typeof work>, ...args)),
    bind: (given, target) =>
      typeof target === 'function'
        ? (((...args: unknown[]) => contexts.with(given, () => target(...args))) as typeof target)
        : target,
    enable: () => contexts,
    disable: () => {
      storage.disable();
      return contexts;
    },
  };
  return contexts;
}
