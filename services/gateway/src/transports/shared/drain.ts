import { setTimeout as pause } from 'node:timers/promises';

/** The size of a batch. */
const batch = 100;
const betweenMs = 50;

/** Disconnects connections a batch at a time, with random pauses, so that their clients do not all reconnect at once. */
export async function drain<T>(
  connections: Iterable<T>,
  disconnect: (connection: T) => void,
  random: () => number = Math.random,
): Promise<void> {
  const waiting = [...connections];
  while (waiting.length > 0) {
    for (const connection of waiting.splice(0, batch)) disconnect(connection);
    if (waiting.length > 0) await pause(betweenMs * (0.5 + random()));
  }
}
