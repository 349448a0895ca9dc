import type { AuditedOrders, BookedOrder, BookedRun } from '@waybill/contracts';
import { orderDifferences, paymentDifferences } from '@waybill/contracts/domain';
import type { Invariant } from '../inspection.ts';
import type { RunSeen } from './starter.ts';

type AuditedOrder = AuditedOrders['orders'][number];

/** All that is known of one run when everything is over. */
export type RunEvidence = {
  seen: RunSeen;
  booked: BookedRun | undefined;
  audited: AuditedOrder | undefined;
  /** What a standing order has placed. */
  placed: { booked: BookedOrder | undefined; audited: AuditedOrder | undefined }[];
};

type Check = (evidence: RunEvidence) => boolean;

/** What must be true of every run, whatever was killed. */
const checks: Record<string, Check> = {
  'has an end': ({ seen, booked }) => seen.isOver && booked?.run.closedAt != null,
  'was told without a gap or a repeat': ({ seen: { seqs } }) => seqs.every((seq, at) => seq === at + 1),
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
