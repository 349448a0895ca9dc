import { expect, vi } from 'vitest';

/**
 * What becomes so in a browser that several people share, which takes longer than elsewhere. Not `expect.poll`, which knows no tests
 * that run at the same time.
 */
export function soon<T>(is: () => T) {
  const once = (holds: (value: Awaited<T>) => void) =>
    vi.waitFor(async () => holds(await is()), { timeout: 60_000, interval: 50 });
  return {
    toBe: (expected: unknown) => once((value) => expect(value).toBe(expected)),
    toEqual: (expected: unknown) => once((value) => expect(value).toEqual(expected)),
    toMatch: (expected: RegExp) => once((value) => expect(value).toMatch(expected)),
    toMatchObject: (expected: object) => once((value) => expect(value).toMatchObject(expected)),
    toBeAtLeast: (least: number) => once((value) => expect(value).toBeGreaterThanOrEqual(least)),
  };
}
