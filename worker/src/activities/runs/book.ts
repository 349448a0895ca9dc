import type { RecordRunRequest } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { createActivity, type OrderRef } from '../attempted.ts';

/** A state of a run, and what its journal has become longer by. */
export type RunBookEntry = {
  run: RunState;
  entries: RunEntry[];
  fingerprint: string;
  keyId?: string;
  firm?: boolean;
  correlationId: string;
};

/** Writes runs into the order book. The book takes nothing twice and nothing backwards, so a write may come late or again. */
export const createRunBookActivities = (book: Pick<OrderBookClient, 'runs'>) => {
  const record = createActivity(({ orderId, correlationId: _, ...request }: RecordRunRequest & OrderRef, call) =>
    book.runs.record(orderId, request, call),
  );
  return { recordRun: ({ run, ...entry }: RunBookEntry) => record({ ...entry, run, orderId: run.runId }) };
};

export type RunBookActivities = ReturnType<typeof createRunBookActivities>;
