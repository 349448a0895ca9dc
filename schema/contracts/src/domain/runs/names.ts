import type { RunKind } from './kinds.ts';

/** The names by which a caller starts, queries and signals a run. */
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
    /** The verdict on one command, however many commands have followed it. */
    verdict: 'getRunVerdict',
  },
  signals: { cancel: 'cancelRun', pause: 'pause', resume: 'resume', skip: 'skip', stop: 'stop' },
} as const;

/** The workflow that refunds a payment, one for each command; an open run is informed by the signal. */
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

/** The prefix of a run's id: STO- for a standing order, RUN- for any other. No order id has these prefixes. */
export const runIdShape = /^(RUN-[A-Za-z0-9._-]{1,80}|STO-[A-Za-z0-9._-]{1,48})$/;

export const runIdPrefix = (kind: RunKind): 'RUN-' | 'STO-' => (kind === 'STANDING_ORDER' ? 'STO-' : 'RUN-');
