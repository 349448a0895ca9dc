import type { BookedRun } from '@waybill/contracts';
import type { RunEntry } from '@waybill/contracts/domain';
import { RunNotFound, type RunSnapshot } from '@waybill/graphql';
import type { Runs } from '@waybill/orders-client';
import { createBookSource } from './book-source.ts';
import type { RunBook } from './order-book.ts';
import type { RunSnapshots } from './run-snapshot.ts';
import { nullWhenUnavailable } from './running-work.ts';
import type { Source } from './source.ts';

export type RunSource = Source<RunSnapshot, RunEntry>;

type RunSourceOptions = { runs: Runs; book: RunBook; snapshots: RunSnapshots };

/** Runs, from the engine and the order book. */
export const createRunSource = ({ runs, book, snapshots }: RunSourceOptions): RunSource => ({
  noun: 'run',
  idOf: ({ runId }) => runId,
  async *follow(id, afterSeq, signal, onFault) {
    for await (const { run, journal, running, taskFailing, trace } of runs.follow(id, afterSeq, signal, onFault))
      yield { snapshot: snapshots.fromWorkflow(run, running, taskFailing), journal, trace };
  },
  async read(id, afterSeq) {
    const { run, journal, trace } = await runs.read(id, afterSeq);
    return { snapshot: snapshots.fromWorkflow(run), journal, trace };
  },
  withWork: async (run) => ({ ...run, running: await runs.running(run).catch(nullWhenUnavailable) }),
  isBeingWorkedOn: ({ steps, compensations }) =>
    [...compensations, ...steps].some(({ status }) => status === 'RUNNING'),
  taskFailing: (id) => runs.taskFailing(id),
  isRunning: (id) => runs.isRunning(id),
  ...createBookSource({
    book,
    fromBook: snapshots.fromBook,
    beforeRecord: async () => undefined, // the book has a run before it does anything
    lostUnlessRunning: (booked) => lostUnlessRunning(runs, booked),
    unknown: 'RUN_NOT_FOUND',
  }),
  notFound: (id) => new RunNotFound(id),
});

/**
 * A run records its end before its workflow ends: a run that is open in the book, and whose workflow has not started
 * meanwhile, has lost it.
 */
async function lostUnlessRunning(runs: Pick<Runs, 'isRunning'>, booked: BookedRun): Promise<BookedRun> {
  const { runId, closedAt } = booked.run;
  return closedAt !== null || (await runs.isRunning(runId)) ? booked : { ...booked, attention: 'LOST' };
}
