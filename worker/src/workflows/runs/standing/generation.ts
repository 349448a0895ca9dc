import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { StandingOrderRun, StartedStandingOrder } from '@waybill/contracts/domain';
import type { RunBook } from '../book/run-book.ts';
import type { CarriedRecord, RunRecord } from '../state/run-record.ts';
import type { CarriedPeriods, Periods } from './periods.ts';

/** So many entries stay with the workflow, for readers that are a little behind; older ones are in the book. */
const entriesKept = 50;

/** The length at which a history is continued by a new one: the commands of one period leave it far below 2,000 events. */
const eventsAtMost = 1_500;

/** What an execution hands over to the one that follows it. */
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
 * Continues as new once the history is long, and the book has all. A command that arrives at the same moment comes first: the
 * engine takes no continuation while a signal has not been heard, and everything heard is carried over.
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
