import type { RunSummaryFragment } from '@waybill/client';

/** A row stays where it is. One that has left its list stays dimmed, until nobody points at the list any more. */
export type RunRow = { run: RunSummaryFragment; left: boolean };

/** `fresh`: runs that have come, and wait until they are asked for. */
export type HeldRuns = { rows: readonly RunRow[]; fresh: number };

const rowOf = (run: RunSummaryFragment): RunRow => ({ run, left: false });

/** What is shown of the newest runs, after they have changed. */
export function heldRuns(shown: readonly RunRow[] | undefined, newest: readonly RunSummaryFragment[]): HeldRuns {
  if (!shown || shown.length === 0) return { rows: newest.map(rowOf), fresh: 0 };
  const runs = new Map(newest.map((run) => [run.id, run]));
  const oldest = newest.at(-1)?.startedAt ?? '';
  const rows = shown.map((row) => {
    const run = runs.get(row.run.id);
    if (run) return rowOf(run);
    return row.run.startedAt < oldest ? row : { ...row, left: true }; // newer ones have taken the place of older ones
  });
  const known = new Set(shown.map(({ run }) => run.id));
  return { rows, fresh: newest.filter(({ id }) => !known.has(id)).length };
}
