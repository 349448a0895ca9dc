import type { RunSummaryFragment } from '@waybill/client';

/** A row keeps its place. One that has left the list is dimmed until the pointer leaves the list. */
export type RunRow = { run: RunSummaryFragment; left: boolean };

/** `fresh`: new runs that are shown on request. */
export type HeldRuns = { rows: readonly RunRow[]; fresh: number };

const rowOf = (run: RunSummaryFragment): RunRow => ({ run, left: false });

/** The shown runs after a change of the newest ones. */
export function heldRuns(shown: readonly RunRow[] | undefined, newest: readonly RunSummaryFragment[]): HeldRuns {
  if (!shown || shown.length === 0) return { rows: newest.map(rowOf), fresh: 0 };
  const runs = new Map(newest.map((run) => [run.id, run]));
  const oldest = newest.at(-1)?.startedAt ?? '';
  const rows = shown.map((row) => {
    const run = runs.get(row.run.id);
    if (run) return rowOf(run);
    return row.run.startedAt < oldest ? row : { ...row, left: true }; // newer runs have pushed older ones out of the page
  });
  const known = new Set(shown.map(({ run }) => run.id));
  return { rows, fresh: newest.filter(({ id }) => !known.has(id)).length };
}
