/** The workflows that are not orders. Values of the GraphQL enum `WorkflowKind`. */
export const runKinds = ['USER_CONTEXT', 'PAYMENT', 'GREETING', 'STANDING_ORDER'] as const;
export type RunKind = (typeof runKinds)[number];

/** The status of a run. Values of the GraphQL enum `RunStatus`. */
export const runStatuses = ['RUNNING', 'PAUSED', 'COMPENSATING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** The transitions that are allowed from each status. The order book accepts no others. */
export const runStatusMachine: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  RUNNING: ['PAUSED', 'COMPENSATING', 'COMPLETED', 'FAILED', 'CANCELLED'],
  PAUSED: ['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'],
  COMPENSATING: ['FAILED', 'CANCELLED'],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
};

/** Statuses in which the end of a run is decided: it is final, or is being compensated. */
export const isRunClosed = (status: RunStatus): boolean => status !== 'RUNNING' && status !== 'PAUSED';

/** `RUN_CLOSED` is the last entry of a run, except for later `REFUNDED` entries. */
export const runEventTypes = [
  'RUN_STARTED',
  'STATUS_CHANGED',
  'STEP_STARTED',
  'STEP_COMPLETED',
  'STEP_FAILED',
  'STEP_CANCELLED',
  'COMPENSATION_STARTED',
  'COMPENSATION_COMPLETED',
  'COMPENSATION_FAILED',
  'REFUNDED',
  'PLACED',
  'SKIPPED',
  'MISSED',
  'PAUSED',
  'RESUMED',
  'COMMAND_REFUSED',
  'RUN_CLOSED',
] as const;
export type RunEventType = (typeof runEventTypes)[number];

/** The order in which a user context is gathered. */
export const runStrategies = ['PARALLEL', 'SEQUENTIAL'] as const;
export type RunStrategy = (typeof runStrategies)[number];

/** The result of one period of a standing order. */
export const placementOutcomes = ['PLACED', 'REFUSED', 'SKIPPED', 'MISSED'] as const;
export type PlacementOutcome = (typeof placementOutcomes)[number];

export const runCommandNames = ['cancel', 'refund', 'pause', 'resume', 'skip', 'stop'] as const;
export type RunCommandName = (typeof runCommandNames)[number];

/** The actions on a run. Values of the GraphQL enum `RunAction`, one for each command. */
export const runActions = [
  'CANCEL',
  'REFUND',
  'PAUSE',
  'RESUME',
  'SKIP',
  'STOP',
] as const satisfies Uppercase<RunCommandName>[];
export type RunAction = (typeof runActions)[number];

/** Why a command was refused. Values of the GraphQL enum `ErrorCode`. */
export const runRefusals = [
  'RUN_CLOSED',
  'NOTHING_TO_DO',
  'INVALID_INPUT',
  'IDEMPOTENCY_CONFLICT',
  'PAYMENT_REFUSED',
] as const;
export type RunRefusal = (typeof runRefusals)[number];
