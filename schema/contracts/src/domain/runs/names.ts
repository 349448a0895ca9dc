import type { RunKind } from './kinds.ts';

/** What a caller must know to start a run, ask about one or tell it something, and nothing more. */
export const runWorkflows = {
  taskQueue: 'orders',
  workflows: {
    USER_CONTEXT: 'userContext',
    PAYMENT: 'payment',
    GREETING: 'greet',
    STANDING_ORDER: 'standingOrder',
  } satisfies Record<RunKind, string>,
  idFor: (runId: string) => `run-${runId}`,
  queries: {
    run: 'getRun',
    /** What became of one command, however many came after it. */
    verdict: 'getRunVerdict',
  },
  signals: { cancel: 'cancelRun', pause: 'pause', resume: 'resume', skip: 'skip', stop: 'stop' },
} as const;

/** The workflow that gives back a payment's money, one for each command; it tells a run that is open by the signal. */
export const refund = {
  workflow: 'refundPayment',
  signal: 'refunded',
  idFor: (runId: string, commandId: string) => `refund-${runId}-${commandId}`,
} as const;

/** The workflow that closes a run whose own workflow is lost. */
export const runRecovery = {
  workflow: 'recoverRun',
  idFor: (runId: string) => `run-recovery-${runId}`,
} as const;

/** Memo fields of a run's workflow, readable without asking a worker. */
export type RunMemo = { runId: string; fingerprint: string };

/** A run's id: a standing order's begins with STO-, any other with RUN-. No order's begins so. */
export const runIdShape = /^(RUN-[A-Za-z0-9._-]{1,80}|STO-[A-Za-z0-9._-]{1,48})$/;

export const runIdPrefix = (kind: RunKind): 'RUN-' | 'STO-' => (kind === 'STANDING_ORDER' ? 'STO-' : 'RUN-');
