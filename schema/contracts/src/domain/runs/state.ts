import type { InTrace } from '../names.ts';
import type { Compensation, Money, OrderStep, Payment, StepError } from '../order.ts';
import type { OrderFailureCode } from '../refusals.ts';
import type { UserContext } from './context.ts';
import type { RunCommandName, RunEventType, RunKind, RunRefusal, RunStatus, RunStrategy } from './kinds.ts';
import type { StandingOrderTemplate, StandingPlacement } from './standing-order.ts';
import type { RunCompensationName, RunStepName, UndoableRunStep } from './steps.ts';

export type RunStep = Omit<OrderStep, 'name' | 'percent'> & {
  name: RunStepName;
  /** Null where it is tried until it succeeds. */
  maxAttempts: number | null;
};

export type RunCompensation = Omit<Compensation, 'name' | 'undoes'> & {
  name: RunCompensationName;
  undoes: UndoableRunStep;
};

export type RunFailureCode = Exclude<OrderFailureCode, 'MANAGER_REJECTED' | 'APPROVAL_TIMEOUT'>;
export type RunFailure = { code: RunFailureCode; message: string; step: RunStepName | null };

/** What became of a command. Written once per command id. */
export type RunVerdict = {
  commandId: string;
  command: RunCommandName;
  /** Digest of the command's content, so that another command under the same id is noticed. */
  fingerprint: string;
  actor: string;
  at: string;
  /** Null: the command was taken. */
  refusal: RunRefusal | null;
  message: string | null;
};

/** What is known of any run at one moment. */
type RunOf<Kind extends RunKind> = {
  runId: string;
  kind: Kind;
  status: RunStatus;
  /** 0 to 100, never falls; 100 only when completed; null for a standing order without an end. */
  progress: number | null;
  steps: RunStep[];
  /** Newest first, as they ran. */
  compensations: RunCompensation[];
  failure: RunFailure | null;
  /** The user or customer that the run is about. */
  about: string;
  startedBy: string;
  /** Who cancelled or stopped it, where a person did. */
  endedBy: string | null;
  /** When its end was decided. */
  endedAt: string | null;
  /** The newest verdicts, newest last; all of them once the run is closed. */
  verdicts: RunVerdict[];
  /** How many commands it has taken, and how many it takes at most. */
  commands: { taken: number; most: number };
  /** The seq of the newest journal entry: every change of a run is journaled. */
  revision: number;
  startedAt: string;
  updatedAt: string;
  /** When all is done. */
  closedAt: string | null;
};

export type UserContextRun = RunOf<'USER_CONTEXT'> & { userId: string; strategy: RunStrategy; context: UserContext };

export type PaymentRun = RunOf<'PAYMENT'> & {
  orderId: string;
  customerId: string;
  amount: Money;
  payment: Payment | null;
  /** How long after the capture it may still be cancelled, in milliseconds. */
  cancellableForMs: number | null;
};

export type GreetingRun = RunOf<'GREETING'> & { name: string; greeting: string | null };

export type StandingOrderRun = RunOf<'STANDING_ORDER'> & {
  /** ISO 8601, as it was given. */
  every: string;
  everyMs: number;
  firstAt: string;
  /** The next period; null while paused, and once the end is decided. */
  nextAt: string | null;
  /** Whether the next period is skipped. */
  skipsNext: boolean;
  placed: number;
  refused: number;
  skipped: number;
  missed: number;
  /** How many placements there are, placed or refused; null for no end. */
  times: number | null;
  pausedBy: string | null;
  /** How often it has continued as new. */
  generation: number;
  template: StandingOrderTemplate;
  /** The newest 100, newest first. */
  placements: StandingPlacement[];
};

/** Everything that is known of a run at one moment. */
export type RunState = UserContextRun | PaymentRun | GreetingRun | StandingOrderRun;

/** One business event of one run, numbered from 1 without gaps. */
export type RunEntry = {
  seq: number;
  type: RunEventType;
  at: string;
  actor: string | null;
  step: RunStepName | null;
  detail: Record<string, unknown> | null;
};

/**
 * The answer of the query `getRun(afterSeq)`: all of the state, and the journal entries after `afterSeq`, oldest first.
 * A long journal comes in several answers: while the last entry is older than the state's revision, there are more.
 */
export type RunAnswer = { run: RunState; journal: RunEntry[] } & InTrace;

/** What the workflow of a run completes with. */
export type RunOutcome = { status: RunStatus; failure: RunFailure | null };

/** What `refundPayment` completes with; it fails where the run could not be written. */
export type RefundOutcome = { refusal: RunRefusal | null; error: StepError | null };
