import { vi } from 'vitest';

/** Waits until the condition holds, for at most thirty seconds. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 2 });
