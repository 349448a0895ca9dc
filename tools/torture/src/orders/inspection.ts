import type { AuditedOrders, BookedOrder } from '@waybill/contracts';
import type { OrderOutcome, UndoableStep } from '@waybill/contracts/domain';
import { entryOf } from './intervention.ts';
import type { Seen } from './shopper.ts';

type AuditedOrder = AuditedOrders['orders'][number];

/** The evidence about one accepted order when everything is over. */
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

/** A person has declared the undo of this step done; what the providers have of it is explained by that. */
const isSettled = ({ booked }: Evidence, step: UndoableStep): boolean =>
  booked?.order.compensations.some(({ undoes, settledBy }) => undoes === step && settledBy !== undefined) ?? false;

/** A command that was taken is told once, and one that was refused is not; one whose verdict is pending may be either. */
function isToldAsAnswered({ seen: { byHand, types } }: Evidence): boolean {
  const entries = types.filter((type) => Object.values<string>(entryOf).includes(type));
  if (!byHand) return entries.length === 0;
  if (byHand.answer === 'VerdictPending') return entries.length <= 1;
  return byHand.answer.endsWith('Payload') ? entries.join() === entryOf[byHand.action] : entries.length === 0;
}

/** The invariants of every accepted order, whatever was killed. */
const checks: Record<string, Check> = {
  'has exactly one workflow, one row in the book, and an end': (order) => order.workflows === 1 && closed(order),
  'is paid in full when it shipped, and not at all when it did not': (order) =>
    (order.audited?.keptMinor ?? 0) === (shipped(order) ? total(order) : 0) || isSettled(order, 'CAPTURE_PAYMENT'),
  'is captured at most once': (order) => times(order, 'PAYMENT CAPTURED') <= 1,
  'leaves no hold open': (order) => (order.audited?.openHoldMinor ?? 0) === 0 || isSettled(order, 'AUTHORIZE_PAYMENT'),
  'is dispatched exactly when it shipped, and then only once': (order) =>
    underWay(order) === shipped(order) && times(order, 'SHIPMENT DISPATCHED') <= 1,
  'keeps its stock exactly when it shipped': (order) =>
    (order.audited?.keptUnits ?? 0) === (shipped(order) ? units(order) : 0) || isSettled(order, 'RESERVE_INVENTORY'),
  'leaves no undo unfinished': ({ booked }) =>
    booked?.order.compensations.every((undo) => ['COMPLETED', 'SKIPPED'].includes(undo.status)) ?? false,
  'tells what an operator did for it as it was answered': isToldAsAnswered,
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
