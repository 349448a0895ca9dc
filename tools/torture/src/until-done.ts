import { setTimeout as pause } from 'node:timers/promises';

/** A gateway that is frozen is asked again. */
export const patience = { timeout: 10_000 };

/** Tries until it works, or all is over. */
export async function untilDone(over: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  while (!over.aborted) {
    try {
      await act();
      return;
    } catch {
      await pause(200);
    }
  }
}
