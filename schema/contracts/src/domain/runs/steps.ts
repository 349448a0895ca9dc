import { type Patience, stepRules } from '../steps.ts';
import type { RunKind } from './kinds.ts';

/** The steps of each kind of run. A standing order's one step is its newest placement. */
export const stepsOfRun = {
  USER_CONTEXT: ['LOCATION', 'WEATHER', 'CAT_FACT'],
  PAYMENT: ['AUTHORIZE_PAYMENT', 'CAPTURE_PAYMENT'],
  GREETING: ['GREET'],
  STANDING_ORDER: ['PLACE_ORDER'],
} as const satisfies Record<RunKind, readonly string[]>;

export type RunStepName = (typeof stepsOfRun)[RunKind][number];
export const runStepNames: readonly RunStepName[] = Object.values(stepsOfRun).flat();

/** The parts of a user context, each gathered by the step of its name. */
export const contextParts = stepsOfRun.USER_CONTEXT;
export type ContextPart = (typeof contextParts)[number];

const read: Patience = { attempts: 3, firstRetryMs: 1_000, timeoutMs: 5_000 };

/** The retry policy and the compensation of each step. */
export const runStepRules = {
  LOCATION: { patience: read },
  WEATHER: { patience: read },
  CAT_FACT: { patience: read },
  AUTHORIZE_PAYMENT: stepRules.AUTHORIZE_PAYMENT,
  CAPTURE_PAYMENT: stepRules.CAPTURE_PAYMENT,
  GREET: { patience: read },
  PLACE_ORDER: { patience: { attempts: 5, firstRetryMs: 1_000, timeoutMs: 30_000 } },
} as const satisfies Record<RunStepName, { patience: Patience; undo?: string }>;

export const undoableRunSteps = stepsOfRun.PAYMENT;
export type UndoableRunStep = (typeof undoableRunSteps)[number];
export type RunCompensationName = (typeof runStepRules)[UndoableRunStep]['undo'];
