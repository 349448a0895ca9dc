import type { Compensation, OrderStep, StepError } from './order.ts';
import type { RunStatus } from './runs/kinds.ts';
import type { RunStepName } from './runs/steps.ts';
import type { OrderStatus, StepStatus } from './statuses.ts';
import type { OrderStepName } from './steps.ts';

/** Whether an order or a run makes progress without intervention. Values of the GraphQL enum `OrderHealth`. */
export const orderHealths = ['OK', 'RETRYING', 'WAITING_FOR_PERSON', 'STUCK'] as const;
export type OrderHealth = (typeof orderHealths)[number];

/**
 * What is reported to the order book about an order in addition to its state. RETRYING: a step or compensation has
 * failed and is being retried; nobody needs to act yet. The others ask for a person. STUCK: a step or compensation
 * keeps failing. LOST: the workflow has ended, the order has not. UNBALANCED: the order is closed, and the effects at
 * the providers do not match its final state.
 */
export const attentions = ['RETRYING', 'STUCK', 'LOST', 'UNBALANCED'] as const;
export type Attention = (typeof attentions)[number];

/** Whether this attention asks for a person. */
export const isForPerson = (attention: Attention | null | undefined): boolean =>
  attention !== null && attention !== undefined && attention !== 'RETRYING';

type StepName = OrderStepName | RunStepName;

/** What the engine knows of the activity that is running now. */
export type RunningWork<Name extends StepName = OrderStepName> = {
  step: Name;
  attempt: number;
  /** Absent if the number of attempts is unlimited. */
  maxAttempts?: number;
  /** The progress of this step alone, from its heartbeat. */
  percent: number | null;
  lastError: StepError | null;
  nextAttemptAt: string | null;
};

type StepSeen = Pick<OrderStep, 'attempt'> & { name: StepName; status: StepStatus };
type CompensationSeen = Pick<Compensation, 'status' | 'attempt' | 'startedAt' | 'error'> & { undoes: StepName };

/** An order or a run, and what else is known about it at one moment. */
export type WorkSeen = {
  status: OrderStatus | RunStatus;
  steps: readonly StepSeen[];
  compensations: readonly CompensationSeen[];
  /** The time of the snapshot, RFC 3339: health is a function of the snapshot alone. */
  asOf: string;
  running: Pick<RunningWork<StepName>, 'step' | 'attempt' | 'lastError'> | null;
  /** The workflow's own task keeps failing. */
  taskFailing?: boolean;
  /** The attention that was reported to the order book. */
  attention?: Attention | null;
};

const stuckFromAttempt = 5;
const undoMayFailForMs = 60_000;

/** A step counts as failing for good from its fifth attempt. */
export const isStepInVain = (attempt: number): boolean => attempt >= stuckFromAttempt;

/** A compensation is retried for ever, and counts as stuck when it has failed for a minute. */
export const isUndoInVain = (hasFailed: boolean, forMs: number): boolean => hasFailed && forMs >= undoMayFailForMs;

export function healthOf(work: WorkSeen): OrderHealth {
  const steps = work.steps.map((step) => attemptNow(work, step.name, step));
  const undos = work.compensations.map((undo) => attemptNow(work, undo.undoes, undo));
  if (work.taskFailing || isForPerson(work.attention) || steps.some(isStepInVain) || hasUndoInVain(work))
    return 'STUCK';
  if (work.status === 'AWAITING_APPROVAL') return 'WAITING_FOR_PERSON';
  return work.attention === 'RETRYING' || Math.max(0, ...steps, ...undos) > 1 ? 'RETRYING' : 'OK';
}

/** Whether the order is listed as needing a person. */
export const needsAttention = ({ status, attention }: { status: OrderStatus; attention: Attention | null }): boolean =>
  status === 'AWAITING_APPROVAL' || isForPerson(attention);

/** What to report to the order book about open work; null if the state says everything. */
export const attentionIn = (work: WorkSeen): 'STUCK' | 'RETRYING' | null => {
  const health = healthOf(work);
  return health === 'STUCK' || health === 'RETRYING' ? health : null;
};

/** The running activity, if it belongs to this step or its compensation. */
export const workOn = <T extends { step: StepName }>(
  { running }: { running: T | null },
  name: StepName,
  status: StepStatus,
): T | null => (status === 'RUNNING' && running?.step === name ? running : null);

/** 0 for what is not running. */
function attemptNow(work: WorkSeen, name: StepName, { status, attempt }: Pick<StepSeen, 'status' | 'attempt'>): number {
  return status === 'RUNNING' ? Math.max(attempt, workOn(work, name, status)?.attempt ?? 0) : 0;
}

const hasUndoInVain = (work: WorkSeen): boolean =>
  work.compensations.some((undo) => {
    const error = workOn(work, undo.undoes, undo.status)?.lastError ?? undo.error;
    const isFailing = undo.status === 'RUNNING' && (attemptNow(work, undo.undoes, undo) > 1 || error !== null);
    return isUndoInVain(undo.status === 'FAILED' || isFailing, Date.parse(work.asOf) - Date.parse(undo.startedAt));
  });
