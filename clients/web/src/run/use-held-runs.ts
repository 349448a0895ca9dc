import type { RunSummaryFragment } from '@waybill/client';
import { useState } from 'react';
import { heldRuns, type RunRow } from './held-runs.ts';

/** The newest runs, whose rows never move: new ones are shown on request. */
export function useHeldRuns(newest: readonly RunSummaryFragment[]) {
  const [shown, setShown] = useState<readonly RunRow[]>();
  const [seen, setSeen] = useState<readonly RunSummaryFragment[]>();
  const held = heldRuns(shown, newest);
  if (seen !== newest) {
    setSeen(newest);
    setShown(held.rows);
  }
  return {
    ...held,
    showFresh: () => setShown(heldRuns(undefined, newest).rows),
    dropLeft: () => setShown(held.rows.filter(({ left }) => !left)),
  };
}
