import type { RunDetailsFragment, Waybill, WorkflowKind } from '@waybill/client';
import { firstPage } from '../data/first-page.ts';

type Runs = Pick<Waybill['runs'], 'list' | 'get' | 'changes'>;
type Closed = Pick<RunDetailsFragment, 'kind' | 'closedAt'>;

/** Whether a run can still change although it is closed. */
export const canBeRefunded = (run: Closed | undefined): boolean => run?.kind === 'PAYMENT' && run.closedAt !== null;

/**
 * A closed payment now, and after each refund of it, whoever made it: the subscription to a run ends when it is closed, so
 * the changes of all payments are followed.
 */
export async function* afterRefunds(runs: Runs, id: string, signal: AbortSignal): AsyncGenerator<RunDetailsFragment> {
  const filter: { kind: WorkflowKind[] } = { kind: ['PAYMENT'] };
  const { changesCursor } = await firstPage(runs.list(filter, { pageSize: 1, signal }));
  const now = await runs.get(id, { signal });
  if (now) yield now;
  for await (const { run } of runs.changes(filter, { after: changesCursor, signal })) {
    const changed = run.id === id ? await runs.get(id, { signal }) : undefined;
    if (changed) yield changed;
  }
}
