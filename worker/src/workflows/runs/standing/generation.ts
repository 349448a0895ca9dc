import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { StandingOrderRun, StartedStandingOrder } from '@waybill/contracts/domain';
import type { RunBook } from '../book/run-book.ts';
import type { CarriedRecord, RunRecord } from '../state/run-record.ts';
import type { CarriedPeriods, Periods } from './periods.ts';

/** The number of entries that the workflow keeps for readers that lag slightly; older ones are in the book. */
const entriesKept = 50;

/**
 * The history length at which the workflow continues as new: the commands of one period stay far below 2,000 events.
 */
const eventsAtMost = 1_500;

/** The state that an execution hands over to the next one. */
export type CarriedStandingOrder = CarriedRecord & {
  state: StandingOrderRun;
  periods: CarriedPeriods;
  written: number;
};

export const isHistoryLong = (): boolean => {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return historyLength >= eventsAtMost || continueAsNewSuggested;
};

type Parts = {
  started: StartedStandingOrder;
  record: RunRecord<StandingOrderRun>;
  periods: Periods;
  book: RunBook;
};

/**
 * Continues as new once the history is long and the book has everything. A command that arrives at that moment is not
 * lost: the engine refuses to continue while a signal is undelivered, and all delivered ones are carried over.
 */
export async function continueAsNewInTime({ started, record, periods, book }: Parts): Promise<void> {
  if (!isHistoryLong()) return;
  await condition(() => book.isUpToDate && allHandlersFinished());
  if (record.state.endedAt !== null) return;
  const carried: CarriedStandingOrder = {
    state: { ...record.state, generation: record.state.generation + 1 },
    entries: record.entriesAfter(Math.min(book.written, record.state.revision - entriesKept)),
    verdicts: record.commands.verdicts.all(),
    periods: periods.carried(),
    written: book.written,
  };
  await continueAsNew<(started: StartedStandingOrder, carried: CarriedStandingOrder) => Promise<unknown>>(
    started,
    carried,
  );
}
