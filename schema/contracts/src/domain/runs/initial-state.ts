import type { RunKind } from './kinds.ts';
import type {
  StartedGreeting,
  StartedPayment,
  StartedRun,
  StartedStandingOrder,
  StartedUserContext,
} from './run-input.ts';
import { runLimitsOf, runPatienceOf } from './run-input.ts';
import type { GreetingRun, PaymentRun, RunState, RunStep, StandingOrderRun, UserContextRun } from './state.ts';
import { stepsOfRun } from './steps.ts';

/** The state of a new run: its workflow starts from it, and it is returned to the caller at once. */
export function runAsStarted(started: StartedRun): RunState {
  switch (started.kind) {
    case 'USER_CONTEXT':
      return userContextAsStarted(started);
    case 'PAYMENT':
      return paymentAsStarted(started);
    case 'GREETING':
      return greetingAsStarted(started);
    case 'STANDING_ORDER':
      return standingOrderAsStarted(started);
  }
}

export const userContextAsStarted = (started: StartedUserContext): UserContextRun => ({
  ...asStarted(started, started.userId),
  userId: started.userId,
  strategy: started.strategy,
  context: { location: null, weather: null, catFact: null, problems: [] },
});

export const paymentAsStarted = (started: StartedPayment): PaymentRun => ({
  ...asStarted(started, started.customerId),
  orderId: started.orderId,
  customerId: started.customerId,
  amount: started.amount,
  payment: null,
  cancellableForMs: started.cancellableForMs,
});

export const greetingAsStarted = (started: StartedGreeting): GreetingRun => ({
  ...asStarted(started, started.startedBy),
  name: started.name,
  greeting: null,
});

export const standingOrderAsStarted = (started: StartedStandingOrder): StandingOrderRun => ({
  ...asStarted(started, started.template.customerId),
  progress: started.times === null ? null : 0,
  every: started.every,
  everyMs: started.everyMs,
  firstAt: started.firstAt,
  nextAt: started.firstAt,
  skipsNext: false,
  placed: 0,
  refused: 0,
  skipped: 0,
  missed: 0,
  times: started.times,
  pausedBy: null,
  generation: 0,
  template: started.template,
  placements: [],
});

function asStarted<Kind extends RunKind>(started: StartedRun & { kind: Kind }, about: string) {
  const { runId, kind, startedBy, startedAt } = started;
  return {
    runId,
    kind,
    status: 'RUNNING' as const,
    progress: 0,
    steps: stepsOfRun[kind].map(
      (name): RunStep => ({ ...untried, name, maxAttempts: runPatienceOf(started, name).attempts }),
    ),
    compensations: [],
    failure: null,
    about,
    startedBy,
    endedBy: null,
    endedAt: null,
    verdicts: [],
    commands: { taken: 0, most: runLimitsOf(started).commands },
    revision: 0,
    startedAt,
    updatedAt: startedAt,
    closedAt: null,
  };
}

const untried = {
  status: 'PENDING',
  attempt: 0,
  startedAt: null,
  finishedAt: null,
  detail: null,
  error: null,
} as const;
