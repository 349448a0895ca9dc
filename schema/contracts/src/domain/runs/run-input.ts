import type { Money } from '../order.ts';
import type { PlacedOrder } from '../order-input.ts';
import type { Patience } from '../steps.ts';
import type { RunKind, RunStrategy } from './kinds.ts';
import type { StandingOrderTemplate } from './standing-order.ts';
import { type RunStepName, runStepRules } from './steps.ts';

/** How many commands a run accepts, and how long its history may grow before it is ended or continues as new. */
export type RunLimits = { commands: number; historyEvents: number };

export const usualRunLimits: RunLimits = { commands: 500, historyEvents: 20_000 };

/** The input of a run's workflow. */
type StartedOf<Kind extends RunKind> = {
  runId: string;
  kind: Kind;
  /** The viewer who started it. */
  startedBy: string;
  /** Whether that was a manager or an operator: a standing order places orders with the rights of its starter. */
  startedByStaff: boolean;
  /** RFC 3339. */
  startedAt: string;
  correlationId: string;
  /** Digest of the request: the same run id with a different digest is a conflict. */
  fingerprint: string;
  /** The id derived from the idempotency key, if the run came with a key and an id of its own. */
  keyId?: string;
  /** Limits that differ from the defaults: a deployment's settings. */
  limits?: Partial<RunLimits>;
  /** Retry policies that differ from the defaults, by step: a deployment's settings. */
  patience?: Partial<Record<RunStepName, Partial<Patience>>>;
};

export type StartedUserContext = StartedOf<'USER_CONTEXT'> & { userId: string; strategy: RunStrategy };

export type StartedPayment = StartedOf<'PAYMENT'> & {
  orderId: string;
  customerId: string;
  amount: Money;
  cancellableForMs: number | null;
};

export type StartedGreeting = StartedOf<'GREETING'> & { name: string };

export type StartedStandingOrder = StartedOf<'STANDING_ORDER'> & {
  every: string;
  everyMs: number;
  firstAt: string;
  times: number | null;
  template: StandingOrderTemplate;
  /** The values that its orders get instead of the defaults: a deployment's settings. */
  orderOverrides?: Pick<PlacedOrder, 'patience' | 'limitMs' | 'limits' | 'shippingQueue'>;
};

export type StartedRun = StartedUserContext | StartedPayment | StartedGreeting | StartedStandingOrder;

/** The retry policy of a step of this run. */
export const runPatienceOf = ({ patience }: Pick<StartedRun, 'patience'>, step: RunStepName): Patience => ({
  ...runStepRules[step].patience,
  ...patience?.[step],
});

export const runLimitsOf = ({ limits }: Pick<StartedRun, 'limits'>): RunLimits => ({ ...usualRunLimits, ...limits });
