import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer, for at most half a minute. */
export async function eventually<T>(ask: () => Promise<T | undefined>, limitMs = 30_000): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Not so within ${limitMs} ms`);
    await pause(10);
  }
}
