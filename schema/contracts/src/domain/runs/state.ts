import type { InTrace } from '../names.ts';
import type { Compensation, Money, OrderStep, Payment, StepError } from '../order.ts';
import type { OrderFailureCode } from '../refusals.ts';
import type { UserContext } from './context.ts';
import type { RunCommandName, RunEventType, RunKind, RunRefusal, RunStatus, RunStrategy } from './kinds.ts';
import type { StandingOrderTemplate, StandingPlacement } from './standing-order.ts';
import type { RunCompensationName, RunStepName, UndoableRunStep } from './steps.ts';

export type RunStep = Omit<OrderStep, 'name' | 'percent'> & {
  name: RunStepName;
  /** Null if it is retried until it succeeds. */
  maxAttempts: number | null;
};

export type RunCompensation = Omit<Compensation, 'name' | 'undoes'> & {
  name: RunCompensationName;
  undoes: UndoableRunStep;
};

export type RunFailureCode = Exclude<OrderFailureCode, 'MANAGER_REJECTED' | 'APPROVAL_TIMEOUT'>;
export type RunFailure = { code: RunFailureCode; message: string; step: RunStepName | null };

/** The result of a command. Written once per command id. */
export type RunVerdict = {
  commandId: string;
  command: RunCommandName;
  /** Digest of the command's content, to detect a different command under the same id. */
  fingerprint: string;
  actor: string;
  at: string;
  /** Null if the command was accepted. */
  refusal: RunRefusal | null;
  message: string | null;
};

/** The state that every run has. */
type RunOf<Kind extends RunKind> = {
  runId: string;
  kind: Kind;
  status: RunStatus;
  /** 0 to 100, never falls; 100 only when completed; null for a standing order without an end. */
  progress: number | null;
  steps: RunStep[];
  /** Newest first, in the order in which they ran. */
  compensations: RunCompensation[];
  failure: RunFailure | null;
  /** The user or customer that the run is about. */
  about: string;
  startedBy: string;
  /** The person who cancelled or stopped it. */
  endedBy: string | null;
  /** Time at which its end was decided. */
  endedAt: string | null;
  /** The newest verdicts, newest last; all of them once the run is closed. */
  verdicts: RunVerdict[];
  /** How many commands it has accepted, and the most it accepts. */
  commands: { taken: number; most: number };
  /** The seq of the newest journal entry: every change of a run is journaled. */
  revision: number;
  startedAt: string;
  updatedAt: string;
  /** Time at which everything was done. */
  closedAt: string | null;
};

export type UserContextRun = RunOf<'USER_CONTEXT'> & { userId: string; strategy: RunStrategy; context: UserContext };

export type PaymentRun = RunOf<'PAYMENT'> & {
  orderId: string;
  customerId: string;
  amount: Money;
  payment: Payment | null;
  /** The time after the capture in which it may still be cancelled, in milliseconds. */
  cancellableForMs: number | null;
};

export type GreetingRun = RunOf<'GREETING'> & { name: string; greeting: string | null };

export type StandingOrderRun = RunOf<'STANDING_ORDER'> & {
  /** ISO 8601, as given by the caller. */
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
  /** The total number of placements, placed or refused; null for no end. */
  times: number | null;
  pausedBy: string | null;
  /** How often it has continued as new. */
  generation: number;
  template: StandingOrderTemplate;
  /** The newest 100, newest first. */
  placements: StandingPlacement[];
};

/** The complete state of a run at one moment. */
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
 * The result of the query `getRun(afterSeq)`: the state, and the journal entries after `afterSeq`, oldest first. A long
 * journal takes several queries: there are more entries while the last one is older than the state's revision.
 */
export type RunAnswer = { run: RunState; journal: RunEntry[] } & InTrace;

/** The result of a run's workflow. */
export type RunOutcome = { status: RunStatus; failure: RunFailure | null };

/** The result of `refundPayment`, which fails if the run could not be written. */
export type RefundOutcome = { refusal: RunRefusal | null; error: StepError | null };
