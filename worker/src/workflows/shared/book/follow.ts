import { condition } from '@temporalio/workflow';
import { settle } from './settle.ts';

type Followed = { revision: number; closedAt: string | null };

/**
 * Calls `tell` after each change that is not in the book yet, until the order or run is closed. What `tell` returns
 * is awaited only where there is something: an await more or less is another sequence of events when a history is replayed.
 */
export async function follow(state: Followed, told: () => number, tell: () => Promise<unknown> | undefined) {
  for (;;) {
    await condition(() => state.revision > told());
    await settle(() => state.revision);
    if (state.closedAt !== null) return;
    const written = tell();
    if (written !== undefined) await written;
  }
}
