import { condition } from '@temporalio/workflow';
import { settle } from './settle.ts';

type Followed = { revision: number; closedAt: string | null };

/**
 * Calls `tell` after each change that is not in the book yet, until the order or run is closed. The result of `tell` is
 * awaited only if there is one: an additional await would change the sequence of events when a history is replayed.
 */
export async function follow(state: Followed, revisionInBook: () => number, tell: () => Promise<unknown> | undefined) {
  for (;;) {
    await condition(() => state.revision > revisionInBook());
    await settle(() => state.revision);
    if (state.closedAt !== null) return;
    const written = tell();
    if (written !== undefined) await written;
  }
}
