import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type ContextManager, ROOT_CONTEXT } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';

/**
 * Keeps the running context in Node's AsyncLocalStorage, which is on only while something runs in a context: before Node 24
 * it makes every `await` of the process three times as dear. So a context lasts as long as the work that it was entered for, and
 * what that work leaves behind may find none. A context that suppresses tracing is not entered: the SDK sends spans in such a
 * one, and nothing traces those requests.
 */
export function createContexts(): ContextManager {
  const storage = new AsyncLocalStorage<Context | undefined>();
  const running = createCounter(() => storage.disable());
  const enter = <T>(context: Context, work: () => T): T => {
    if (isTracingSuppressed(context)) return work();
    if (context !== ROOT_CONTEXT) return running.during(() => storage.run(context, work));
    return storage.getStore() ? storage.run(undefined, work) : work(); // may go on for as long as the process
  };
  const contexts: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (context, work, self, ...args) =>
      enter(context, () => work.call(self as ThisParameterType<typeof work>, ...args)),
    bind: (context, target) =>
      typeof target === 'function'
        ? (((...args: unknown[]) => contexts.with(context, () => target(...args))) as typeof target)
        : target,
    enable: () => contexts,
    disable: () => {
      storage.disable();
      return contexts;
    },
  };
  return contexts;
}

/** Counts works that run, each until its promise is settled. */
function createCounter(onLastEnd: () => void) {
  let count = 0;
  const ended = () => {
    count -= 1;
    if (count === 0) onLastEnd();
  };
  return {
    during<T>(work: () => T): T {
      count += 1;
      let result: T | undefined;
      try {
        result = work();
        return result;
      } finally {
        if (result instanceof Promise) result.then(ended, ended);
        else ended();
      }
    },
  };
}
