import type { AuditedOrders, BookedOrder } from '@waybill/contracts';
import type { OrderOutcome } from '@waybill/contracts/domain';
import type { Seen } from './shopper.ts';

type AuditedOrder = AuditedOrders['orders'][number];

/** All that is known of one accepted order when everything is over. */
export type Evidence = {
  seen: Seen;
  workflows: number;
  /** The result of the workflow; a workflow that failed ended for an engineer, and is FAILED or what was decided. */
  result: { status: string } | OrderOutcome | undefined;
  booked: BookedOrder | undefined;
  audited: AuditedOrder | undefined;
};

export type Invariant = { name: string; violations: string[] };

type Check = (evidence: Evidence) => boolean;

const closed = ({ booked }: Evidence) => booked?.order.closedAt != null;
const status = ({ booked }: Evidence) => booked?.order.status;
const total = ({ booked }: Evidence) => booked?.order.total.amountMinor;
const shipped = (evidence: Evidence) => status(evidence) === 'SHIPPED';
const effects = ({ audited }: Evidence) => audited?.effects ?? [];
const times = (evidence: Evidence, effect: string) => effects(evidence).filter((it) => it === effect).length;
const units = ({ booked }: Evidence) => (booked?.order.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
const underWay = (evidence: Evidence) => times(evidence, 'SHIPMENT DISPATCHED') > times(evidence, 'SHIPMENT RECALLED');

/** What must be true of every accepted order, whatever was killed. */
const checks: Record<string, Check> = {
  'has exactly one workflow, one row in the book, and an end': (order) => order.workflows === 1 && closed(order),
  'is paid in full when it shipped, and not at all when it did not': (order) =>
    (order.audited?.keptMinor ?? 0) === (shipped(order) ? total(order) : 0),
  'is captured at most once': (order) => times(order, 'PAYMENT CAPTURED') <= 1,
  'leaves no hold open': (order) => (order.audited?.openHoldMinor ?? 0) === 0,
  'is dispatched exactly when it shipped, and then only once': (order) =>
    underWay(order) === shipped(order) && times(order, 'SHIPMENT DISPATCHED') <= 1,
  'keeps its stock exactly when it shipped': (order) =>
    (order.audited?.keptUnits ?? 0) === (shipped(order) ? units(order) : 0),
  'leaves no undo unfinished': ({ booked }) =>
    booked?.order.compensations.every((undo) => ['COMPLETED', 'SKIPPED'].includes(undo.status)) ?? false,
  'ended the same way in the book, in the engine and for who watched': (order) =>
    order.seen.lastStatus === status(order) && (order.result === undefined || order.result.status === status(order)),
  'answers what comes too late by name': ({ seen: { lateAnswer } }) =>
    lateAnswer === undefined || ['OrderClosed', 'AlreadyShipped'].includes(lateAnswer),
  'was streamed without a gap or a repeat': ({ seen, booked }) =>
    seen.seqs.length === booked?.order.revision && seen.seqs.every((seq, at) => seq === at + 1),
};

/** Looks at every order. An invariant without violations holds. */
export const inspect = (orders: readonly Evidence[]): Invariant[] =>
  Object.entries(checks).map(([name, holds]) => ({
    name: `every order ${name}`,
    violations: orders.filter((order) => !holds(order)).map((order) => order.seen.orderId),
  }));
