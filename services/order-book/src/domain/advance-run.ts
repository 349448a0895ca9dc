import { isDeepStrictEqual } from 'node:util';
import type { RecordRunRequest } from '@waybill/contracts';
import { type RunState, type RunStatus, refundableOf } from '@waybill/contracts/domain';
import { refuseLowerEpoch, replaces, type Standing } from './advance.ts';
import { BookRefused } from './refusals.ts';
import { canRunReach } from './status-paths.ts';

/** What the book has recorded of one run. */
export type RunStanding = Omit<Standing, 'status'> & {
  status: RunStatus;
  run: RunState;
  /** The workflow execution that writes the run, and the time of its first write here; null if none is recorded. */
  execution: string | null;
  executionSince: Date | null;
};

type OfExecution = Pick<RunStanding, 'execution' | 'executionSince'>;

/** Whether another execution writes the run from now on: after a reset, or where it continues as new. */
export const isByAnother = (standing: OfExecution | undefined, { execution }: RecordRunRequest): boolean =>
  execution !== undefined && execution !== standing?.execution;

/**
 * The engine ends an execution before it starts the next one, and all states have the engine's time: a write of one that is
 * older than the first write of the next is late.
 */
function refuseEarlierExecution(standing: OfExecution | undefined, request: RecordRunRequest): void {
  if (!standing?.executionSince || !isByAnother(standing, request)) return;
  if (Date.parse(request.run.updatedAt) < standing.executionSince.getTime())
    throw new BookRefused('TAKEN_OVER', 'A later execution has taken this over since');
}

/** The firm write that closes a run. */
export const isLastWordOnRun = ({ run, firm }: RecordRunRequest): boolean => firm === true && run.closedAt !== null;

/** Whether a write is a refund after the end of a run. */
export const isRefund = (standing: RunStanding | undefined, { run, entries }: RecordRunRequest): boolean =>
  standing !== undefined &&
  standing.closedAt !== null &&
  entries.some(({ type, seq }) => type === 'REFUNDED' && seq === run.revision);

/** Refuses writes of a lower epoch or an earlier execution. Refunds after the end are ordered by their revision alone. */
export function refuseLate(standing: RunStanding | undefined, request: RecordRunRequest): void {
  if (isRefund(standing, request)) return;
  refuseLowerEpoch(standing, request);
  refuseEarlierExecution(standing, request);
}

/**
 * Whether the offered state replaces the recorded one. A closed run accepts only refunds, one at a time: of two that
 * are based on the same revision one is refused, and has to read the run again.
 */
export function runAdvances(standing: RunStanding | undefined, request: RecordRunRequest): boolean {
  const { run, ...write } = request;
  const isNewer = replaces(standing, { ...write, name: `Run ${run.runId}`, state: run, canFollow: canRunReach });
  if (!standing || !isRefund(standing, request)) return isNewer;
  if (isDeepStrictEqual(standing.run, run)) return false;
  if (run.revision !== standing.revision + 1)
    throw new BookRefused(
      'RUN_CLOSED',
      `Run ${run.runId} is closed and at revision ${standing.revision}: read it again`,
    );
  if (request.entries.length !== 1 || !givesBack(standing.run, run))
    throw new BookRefused('RUN_CLOSED', `Run ${run.runId} is closed, and takes nothing but one refund at a time`);
  return true;
}

/**
 * Whether a state differs from another only in that less can be refunded. Of two concurrent refunds, the first one
 * recorded may contain both amounts: then the other adds only its verdict.
 */
function givesBack(before: RunState, after: RunState): boolean {
  if (before.kind !== 'PAYMENT' || after.kind !== 'PAYMENT') return false;
  const { payment, revision, updatedAt, verdicts, commands } = after;
  const left = (run: typeof before) => refundableOf(run)?.amountMinor ?? 0;
  return (
    isDeepStrictEqual({ ...before, payment, revision, updatedAt, verdicts, commands }, after) &&
    payment?.id === before.payment?.id &&
    isDeepStrictEqual(payment?.captured, before.payment?.captured) &&
    (left(after) < left(before) || (left(after) === left(before) && verdicts.length === before.verdicts.length + 1))
  );
}
