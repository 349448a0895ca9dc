import { setTimeout as pause } from 'node:timers/promises';

/** So many are told at once. */
const batch = 100;
const betweenMs = 50;

/**
 * Says goodbye to everyone, a batch at a time and never at the same pace, so that those who come back do not all come
 * back at once.
 */
export async function farewell<T>(
  everyone: Iterable<T>,
  say: (one: T) => void,
  dice: () => number = Math.random,
): Promise<void> {
  const waiting = [...everyone];
  while (waiting.length > 0) {
    for (const one of waiting.splice(0, batch)) say(one);
    if (waiting.length > 0) await pause(betweenMs * (0.5 + dice()));
  }
}
