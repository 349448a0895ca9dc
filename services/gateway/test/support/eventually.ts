import { vi } from 'vitest';

/** Waits until it holds, and no longer than ten seconds. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 2 });
