import type { Compensation, OrderState, OrderStep, StepError } from './order.ts';
import type { OrderStatus } from './statuses.ts';
import type { OrderStepName } from './steps.ts';

/** Whether an order gets on by itself. Values of the GraphQL enum `OrderHealth`. */
export const orderHealths = ['OK', 'RETRYING', 'WAITING_FOR_PERSON', 'STUCK'] as const;
export type OrderHealth = (typeof orderHealths)[number];

/**
 * Why a person should look at an order, beyond an approval that is awaited. STUCK: it is tried in vain. LOST: its workflow
 * has ended, and the order has not.
 */
export const attentions = ['STUCK', 'LOST'] as const;
export type Attention = (typeof attentions)[number];

/** What the engine knows of the work that it is trying right now. */
export type RunningWork = {
  step: OrderStepName;
  attempt: number;
  /** Of this step alone, from its heartbeat. */
  percent: number | null;
  lastError: StepError | null;
  nextAttemptAt: string | null;
};

/** An order, and what else is known of it at one moment. */
export type OrderSeen = Pick<OrderState, 'status' | 'steps' | 'compensations'> & {
  /** The moment, RFC 3339: the same order has the same health whoever asks, and whenever. */
  asOf: string;
  running: Pick<RunningWork, 'step' | 'attempt' | 'lastError'> | null;
  /** The workflow's own task keeps failing. */
  taskFailing?: boolean;
  /** What somebody who knows better has said of it. */
  attention?: Attention | null;
};

const stuckFromAttempt = 5;
const undoMayFailForMs = 60_000;

/** A step is tried in vain from its fifth attempt. */
export const isStepInVain = (attempt: number): boolean => attempt >= stuckFromAttempt;

/** An undo is tried for ever, and in vain when it has failed for a minute. */
export const isUndoInVain = (hasFailed: boolean, forMs: number): boolean => hasFailed && forMs >= undoMayFailForMs;

export function healthOf(order: OrderSeen): OrderHealth {
  const steps = order.steps.map((step) => attemptNow(order, step.name, step));
  const undos = order.compensations.map((undo) => attemptNow(order, undo.undoes, undo));
  if (order.taskFailing || order.attention || steps.some(isStepInVain) || hasUndoInVain(order)) return 'STUCK';
  if (order.status === 'AWAITING_APPROVAL') return 'WAITING_FOR_PERSON';
  return Math.max(0, ...steps, ...undos) > 1 ? 'RETRYING' : 'OK';
}

/** Whether a list of what waits for somebody shows the order. */
export const needsAttention = ({ status, attention }: { status: OrderStatus; attention: Attention | null }): boolean =>
  status === 'AWAITING_APPROVAL' || attention !== null;

/** What the engine is trying right now, if it is this step, or the undo of this step. */
export const workOn = <T extends { step: OrderStepName }>(
  { running }: { running: T | null },
  name: OrderStepName,
  status: OrderStep['status'],
): T | null => (status === 'RUNNING' && running?.step === name ? running : null);

/** 0 for what is not running. */
function attemptNow(order: OrderSeen, name: OrderStepName, { status, attempt }: OrderStep | Compensation): number {
  return status === 'RUNNING' ? Math.max(attempt, workOn(order, name, status)?.attempt ?? 0) : 0;
}

const hasUndoInVain = (order: OrderSeen): boolean =>
  order.compensations.some((undo) => {
    const error = workOn(order, undo.undoes, undo.status)?.lastError ?? undo.error;
    const isFailing = undo.status === 'RUNNING' && (attemptNow(order, undo.undoes, undo) > 1 || error !== null);
    return isUndoInVain(undo.status === 'FAILED' || isFailing, Date.parse(order.asOf) - Date.parse(undo.startedAt));
  });
