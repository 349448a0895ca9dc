/** The steps of an order's workflow. Values of the GraphQL enum `OrderStepName`. */
export const orderSteps = [
  'RECEIVE',
  'VALIDATE',
  'ENRICH',
  'AUTHORIZE_PAYMENT',
  'AWAIT_APPROVAL',
  'RESERVE_INVENTORY',
  'CAPTURE_PAYMENT',
  'PREPARE_PACKAGE',
  'CREATE_LABEL',
  'DISPATCH_CARRIER',
  'NOTIFY_CUSTOMER',
] as const;
export type OrderStepName = (typeof orderSteps)[number];

/** The order in which the steps are taken. */
export const fulfillmentPlans = ['AUTHORIZE_FIRST', 'RESERVE_FIRST'] as const;
export type FulfillmentPlan = (typeof fulfillmentPlans)[number];

/** `orderSteps` lists them as `AUTHORIZE_FIRST` takes them. */
export const stepsOf: Readonly<Record<FulfillmentPlan, readonly OrderStepName[]>> = {
  AUTHORIZE_FIRST: orderSteps,
  RESERVE_FIRST: [
    'RECEIVE',
    'VALIDATE',
    'ENRICH',
    'RESERVE_INVENTORY',
    'AWAIT_APPROVAL',
    'AUTHORIZE_PAYMENT',
    'CAPTURE_PAYMENT',
    'PREPARE_PACKAGE',
    'CREATE_LABEL',
    'DISPATCH_CARRIER',
    'NOTIFY_CUSTOMER',
  ],
};

/**
 * The retry policy of a step: the number of attempts, and the wait before the first retry, which doubles each time.
 * Durations are in milliseconds.
 */
export type Patience = { attempts: number; firstRetryMs: number; timeoutMs: number; heartbeatMs?: number };

type StepRule = { weight: number; patience?: Patience; undo?: string };

const seconds = 1_000;

/**
 * The fixed properties of each step: its weight in the progress, its retry policy (patience), and its compensation.
 * `NOTIFY_CUSTOMER` weighs nothing: the progress is 100 as soon as the order is dispatched.
 */
export const stepRules = {
  RECEIVE: { weight: 5 },
  VALIDATE: { weight: 5 },
  ENRICH: { weight: 5, patience: { attempts: 2, firstRetryMs: seconds, timeoutMs: 5 * seconds } },
  AUTHORIZE_PAYMENT: {
    weight: 10,
    patience: { attempts: 3, firstRetryMs: seconds, timeoutMs: 30 * seconds },
    undo: 'RELEASE_PAYMENT',
  },
  AWAIT_APPROVAL: { weight: 15 },
  RESERVE_INVENTORY: {
    weight: 10,
    patience: { attempts: 2, firstRetryMs: seconds, timeoutMs: 10 * seconds },
    undo: 'RELEASE_INVENTORY',
  },
  CAPTURE_PAYMENT: {
    weight: 10,
    patience: { attempts: 3, firstRetryMs: seconds, timeoutMs: 30 * seconds },
    undo: 'REFUND_PAYMENT',
  },
  PREPARE_PACKAGE: {
    weight: 10,
    patience: { attempts: 5, firstRetryMs: 2 * seconds, timeoutMs: 30 * seconds },
    undo: 'CANCEL_SHIPMENT',
  },
  CREATE_LABEL: {
    weight: 20,
    patience: { attempts: 5, firstRetryMs: 2 * seconds, timeoutMs: 60 * seconds, heartbeatMs: 12 * seconds },
    undo: 'CANCEL_LABEL',
  },
  DISPATCH_CARRIER: { weight: 10, patience: { attempts: 5, firstRetryMs: 2 * seconds, timeoutMs: 30 * seconds } },
  NOTIFY_CUSTOMER: { weight: 0, patience: { attempts: 3, firstRetryMs: seconds, timeoutMs: 10 * seconds } },
} as const satisfies Record<OrderStepName, StepRule>;

type StepsWith<Key extends string> = {
  [Name in OrderStepName]: (typeof stepRules)[Name] extends Record<Key, unknown> ? Name : never;
}[OrderStepName];

/** The steps with a limited number of attempts. */
export type PatientStep = StepsWith<'patience'>;

/** The steps that can be compensated. */
export type UndoableStep = StepsWith<'undo'>;

/** The compensation of a step: the values of `Compensation.name`. */
export type CompensationName = (typeof stepRules)[UndoableStep]['undo'];

export const isUndoable = (step: OrderStepName): step is UndoableStep => 'undo' in stepRules[step];
export const undoableSteps = orderSteps.filter(isUndoable);
