import type { AuditedOrders, BookedOrder, BookedRun } from '@waybill/contracts';
import { orderDifferences, paymentDifferences } from '@waybill/contracts/domain';
import type { Invariant } from '../orders/inspection.ts';
import type { RunSeen } from './starter.ts';

type AuditedOrder = AuditedOrders['orders'][number];

/** The evidence about one run when everything is over. */
export type RunEvidence = {
  seen: RunSeen;
  booked: BookedRun | undefined;
  audited: AuditedOrder | undefined;
  /** What a standing order has placed. */
  placed: { booked: BookedOrder | undefined; audited: AuditedOrder | undefined }[];
};

type Check = (evidence: RunEvidence) => boolean;

/** The entry of each command, where it was taken. */
const entryOf = { pause: 'PAUSED', resume: 'RESUMED', skip: 'SKIPPED' } as const;

/** What was taken is told; what is pending may be. A skip is told once more when its period comes. */
function isToldAsAnswered({ seen: { answers, types } }: RunEvidence): boolean {
  return (['pause', 'resume', 'skip'] as const).every((command) => {
    const [taken, pending] = [/Payload$/, /^VerdictPending$/].map(
      (answered) => answers.filter((it) => it.command === command && answered.test(it.answer)).length,
    ) as [number, number];
    const count = types.filter((type) => type === entryOf[command]).length;
    return count >= taken && count <= (taken + pending) * (command === 'skip' ? 2 : 1);
  });
}

/** Who was told that it is cancelled, or stopped, finds it so. */
const endsAsAnswered = ({ seen: { answers }, booked }: RunEvidence): boolean =>
  answers.every(
    ({ command, answer }) =>
      !answer.endsWith('Payload') ||
      (command !== 'cancel' && command !== 'stop') ||
      booked?.run.status === (command === 'cancel' ? 'CANCELLED' : 'COMPLETED'),
  );

/** The invariants of every run, whatever was killed. */
const checks: Record<string, Check> = {
  'has an end': ({ seen, booked }) => seen.isOver && booked?.run.closedAt != null,
  'was told without a gap or a repeat': ({ seen: { seqs } }) => seqs.every((seq, at) => seq === at + 1),
  'tells what was said to it as it was answered': isToldAsAnswered,
  'ends as who ended it was answered': endsAsAnswered,
  'leaves no undo unfinished': ({ booked }) =>
    booked?.run.compensations.every(({ status }) => /COMPLETED|SKIPPED/.test(status)) ?? false,
  'has of its payment what the bank has': ({ booked, audited }) =>
    booked?.run.kind !== 'PAYMENT' || paymentDifferences(booked.run, audited).length === 0,
  'has placed what it was to place, once, and each order as it ended': ({ booked, placed }) =>
    booked?.run.kind !== 'STANDING_ORDER' ||
    (placed.length === booked.run.placed &&
      placed.every(
        (order) =>
          order.booked?.order.closedAt != null && orderDifferences(order.booked.order, order.audited).length === 0,
      )),
};

/** Looks at every run. An invariant without violations holds. */
export const inspectRuns = (runs: readonly RunEvidence[]): Invariant[] =>
  Object.entries(checks).map(([name, holds]) => ({
    name: `every run ${name}`,
    violations: runs.filter((run) => !holds(run)).map(({ seen }) => seen.runId),
  }));
