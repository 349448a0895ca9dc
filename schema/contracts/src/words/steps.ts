import type { StepStatus } from './statuses.ts';

/** What a workflow does for an order, one step after another. Values of the GraphQL enum `OrderStepName`. */
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

/** In which order the steps are taken. */
export const fulfillmentPlans = ['AUTHORIZE_FIRST', 'RESERVE_FIRST'] as const;
export type FulfillmentPlan = (typeof fulfillmentPlans)[number];

const shipping = ['PREPARE_PACKAGE', 'CREATE_LABEL', 'DISPATCH_CARRIER', 'NOTIFY_CUSTOMER'] as const;

export const stepsOf: Readonly<Record<FulfillmentPlan, readonly OrderStepName[]>> = {
  AUTHORIZE_FIRST: [
    'RECEIVE',
    'VALIDATE',
    'AUTHORIZE_PAYMENT',
    'AWAIT_APPROVAL',
    'RESERVE_INVENTORY',
    'CAPTURE_PAYMENT',
    ...shipping,
  ],
  RESERVE_FIRST: [
    'RECEIVE',
    'VALIDATE',
    'RESERVE_INVENTORY',
    'AWAIT_APPROVAL',
    'AUTHORIZE_PAYMENT',
    'CAPTURE_PAYMENT',
    ...shipping,
  ],
};

/** How much of the whole each step is. `NOTIFY_CUSTOMER` weighs nothing: an order is at 100 as soon as it is dispatched. */
export const stepWeight: Readonly<Record<OrderStepName, number>> = {
  RECEIVE: 5,
  VALIDATE: 5,
  ENRICH: 5,
  AUTHORIZE_PAYMENT: 10,
  AWAIT_APPROVAL: 15,
  RESERVE_INVENTORY: 10,
  CAPTURE_PAYMENT: 10,
  PREPARE_PACKAGE: 10,
  CREATE_LABEL: 20,
  DISPATCH_CARRIER: 10,
  NOTIFY_CUSTOMER: 0,
};

/**
 * How far the steps have come, 0 to 100, rounded down: the weight of what is completed, and `labelPercent` of the
 * label's, over the weight of all that the order will do. A skipped step counts on neither side.
 */
export function progressOf(
  steps: readonly { name: OrderStepName; status: StepStatus; percent?: number | null }[],
): number {
  const planned = steps.filter(({ status }) => status !== 'SKIPPED');
  const whole = planned.reduce((sum, { name }) => sum + stepWeight[name], 0);
  const done = planned.reduce((sum, step) => sum + stepWeight[step.name] * shareDone(step), 0);
  return whole === 0 ? 0 : Math.floor((100 * done) / whole);
}

function shareDone({ status, percent }: { status: StepStatus; percent?: number | null }): number {
  if (status === 'COMPLETED') return 1;
  return status === 'RUNNING' ? (percent ?? 0) / 100 : 0;
}

/** What takes back each step that can be taken back. The names are those of `Compensation.name`. */
export const undoOf = {
  AUTHORIZE_PAYMENT: 'RELEASE_PAYMENT',
  RESERVE_INVENTORY: 'RELEASE_INVENTORY',
  CAPTURE_PAYMENT: 'REFUND_PAYMENT',
  PREPARE_PACKAGE: 'CANCEL_SHIPMENT',
  CREATE_LABEL: 'CANCEL_LABEL',
} as const satisfies Partial<Record<OrderStepName, string>>;
export type UndoableStep = keyof typeof undoOf;
export type CompensationName = (typeof undoOf)[UndoableStep];
