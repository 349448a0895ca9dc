import type { RecordRunRequest } from '@waybill/contracts';
import {
  type Payment,
  type PaymentRun,
  paymentAsStarted,
  type RunEntry,
  type RunState,
  userContextAsStarted,
} from '@waybill/contracts/domain';
import { dollars, entriesOf } from './orders.ts';

const started = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  correlationId: 'cor-1',
  fingerprint: 'f-1',
};

type Common = Pick<RunState, 'status' | 'revision' | 'startedAt' | 'startedBy' | 'about' | 'progress' | 'closedAt'>;

/** A user context, with the fields that a test overrides. */
export const aRun = (runId: string, given: Partial<Common> = {}): RunState => ({
  ...userContextAsStarted({ ...started, runId, kind: 'USER_CONTEXT', userId: 'ada', strategy: 'PARALLEL' }),
  ...given,
});

export const aPaymentRun = (runId: string, given: Partial<PaymentRun> = {}): PaymentRun => ({
  ...paymentAsStarted({
    ...started,
    runId,
    kind: 'PAYMENT',
    orderId: 'ORD-1',
    customerId: 'bob',
    amount: dollars(10),
    cancellableForMs: null,
  }),
  ...given,
});

export const captured = (runId: string, refunded: number | null = null): Payment => ({
  id: runId,
  status: 'CAPTURED',
  authorized: dollars(10),
  captured: dollars(10),
  refunded: refunded === null ? null : dollars(refunded),
});

export const runEntries = (from: number, to: number, given: Partial<RunEntry> = {}): RunEntry[] =>
  entriesOf<RunEntry>(from, to, given);

/** A write of a run with the journal up to its revision. */
export const aRunWrite = (run: RunState, entries = runEntries(1, run.revision)): RecordRunRequest => ({
  run,
  entries,
  fingerprint: 'f-1',
});
