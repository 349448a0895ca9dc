import { CancellationScope, workflowInfo } from '@temporalio/workflow';
import type { PaymentRun, RunFailure, RunOutcome, RunState, RunStatus } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import { isText, readInput } from '../../shared/state/read-input.ts';
import { takeOverRun } from '../activities/proxies.ts';
import { closeRun } from '../book/close-run.ts';
import { RunBook } from '../book/run-book.ts';
import { createMoneyCompensations } from '../providers/money.ts';
import { RunCompensations } from '../saga/compensation.ts';
import { RunRecord } from '../state/run-record.ts';

const lost = { code: 'WORKFLOW_LOST', message: 'The run was interrupted, and what it had done was undone' } as const;

/**
 * Ends a run whose own workflow ended first. A payment is compensated: every compensation is run, newest first,
 * whatever its journal says, because the book may lag, and each is safe if its step never ran. An end that was decided
 * earlier stands. Completes with null if there is nothing to recover.
 */
export async function recoverRun(input: { runId: string }): Promise<RunOutcome | null> {
  const { runId } = readInput(input, { runId: isText });
  return CancellationScope.nonCancellable(async () => {
    const ref = { orderId: runId, correlationId: workflowInfo().runId };
    const { left } = await takeOverRun(ref);
    if (!left) return null;

    const record = new RunRecord(left.run);
    const { fingerprint, epoch } = left;
    const fence = epoch === undefined ? {} : { epoch };
    const book = new RunBook(record, { fingerprint, ...fence, correlationId: ref.correlationId });
    book.resume(left.run.revision);
    const fault = left.run.status === 'COMPLETED' ? undefined : await interrupt(record, ref);
    return closeRun(record, book, fault);
  });
}

/** Ends what was running and compensates it. Returns the failure for an engineer if that did not succeed. */
async function interrupt(record: RunRecord, ref: OrderRef): Promise<RunFailure | undefined> {
  const { steps, state } = record;
  const compensations = compensationsOf(record, ref);
  const step = state.steps.find(({ name }) => steps.isRunning(name))?.name ?? null;
  record.decideEnd({ ...lost, step });
  steps.interrupt(lost);
  steps.skipRemaining();
  if (!compensations.isEmpty) record.setStatus('COMPENSATING');
  state.compensations = [];
  const allSucceeded = await compensations.run(record);
  record.setStatus(endingOf(state));
  return allSucceeded ? undefined : { ...lost, message: 'Not everything could be undone', step };
}

/** Only a payment has effects to compensate: an order that a standing order has placed is independent. */
function compensationsOf(record: RunRecord, ref: OrderRef): RunCompensations {
  const compensations = new RunCompensations();
  if (!isOfPayment(record)) return compensations;
  const { release, refund } = createMoneyCompensations(record, ref);
  compensations.register(release);
  compensations.register(refund);
  return compensations;
}

const isOfPayment = (record: RunRecord): record is RunRecord<PaymentRun> => record.state.kind === 'PAYMENT';

function endingOf({ failure, endedAt, status }: RunState): RunStatus {
  if (status === 'FAILED' || status === 'CANCELLED') return status;
  if (failure?.code === 'CANCELLED') return 'CANCELLED';
  return failure === null && endedAt !== null ? 'COMPLETED' : 'FAILED';
}
