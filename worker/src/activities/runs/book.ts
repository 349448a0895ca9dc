import { activityInfo } from '@temporalio/activity';
import type { RecordRunRequest } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { createActivity, type OrderRef } from '../attempt.ts';
import { untilAccepted } from '../last-write.ts';
import { recordBesideRefunds } from './refunds-in-book.ts';

/** A state of a run, and its new journal entries. */
export type RunBookEntry = {
  run: RunState;
  entries: RunEntry[];
  fingerprint: string;
  keyId?: string;
  epoch?: number;
  firm?: boolean;
  correlationId: string;
};

/** Writes runs to the order book. It ignores repeated and outdated writes, so a write may be late or repeated. */
export const createRunBookActivities = (book: Pick<OrderBookClient, 'runs'>) => {
  const record = createActivity(({ orderId, correlationId: _, ...request }: RecordRunRequest & OrderRef, call) =>
    untilAccepted({ ...request, orderId, state: request.run }, () =>
      recordBesideRefunds(book.runs, { ...request, ...ownExecution() }, call),
    ),
  );
  return { recordRun: ({ run, ...entry }: RunBookEntry) => record({ ...entry, run, orderId: run.runId }) };
};

/** The execution that writes. The activity knows it, so that no history contains it as an argument. */
function ownExecution(): { execution?: string } {
  const { workflowExecution } = activityInfo();
  return workflowExecution ? { execution: workflowExecution.runId } : {};
}

export type RunBookActivities = ReturnType<typeof createRunBookActivities>;
