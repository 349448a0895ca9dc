import { limits } from './limits.ts';
import type { OrderState, OrderStep } from './order.ts';
import type { OrderLimits, PlacedOrder } from './order-input.ts';
import { type OrderStepName, stepsOf } from './steps.ts';

/** How many verdicts the state of an open order carries. */
export const verdictsKept = 20;

/** Enough of the engine's 51,200 events are then left to compensate everything. */
export const usualOrderLimits: OrderLimits = {
  items: limits.items,
  commands: 500,
  commandsKeptForStaff: 100,
  historyEvents: 20_000,
};

export const limitsOf = (placed: Pick<PlacedOrder, 'limits'>): OrderLimits => ({
  ...usualOrderLimits,
  ...placed.limits,
});

/**
 * The state of a new order: its workflow starts from it, and it is returned to the caller at once.
 *
 * Longer than 40 lines: one line for each field.
 */
export function orderAsPlaced(placed: PlacedOrder, steps = stepsOf[placed.plan]): OrderState {
  const {
    orderId,
    customerId,
    customerEmail,
    items,
    total,
    shippingAddress,
    requiresApproval,
    plan,
    placedAt,
    placedBy,
    paymentReference = null,
  } = placed;
  const { commands, commandsKeptForStaff } = limitsOf(placed);
  return {
    orderId,
    customerId,
    customerEmail,
    placedBy,
    status: 'RECEIVED',
    progress: 0,
    currentStep: null,
    steps: steps.map((name) => pending(name, name === 'AWAIT_APPROVAL' && !requiresApproval)),
    compensations: [],
    failure: null,
    endedBy: null,
    endedAt: null,
    items,
    total,
    shippingAddress,
    requiresApproval,
    approvalDeadline: null,
    autoApprovesAt: null,
    plan,
    paymentReference,
    payment: null,
    shipment: null,
    verdicts: [],
    commands: { taken: 0, most: commands, keptForStaff: commandsKeptForStaff },
    revision: 0,
    createdAt: placedAt,
    updatedAt: placedAt,
    closedAt: null,
  };
}

const pending = (name: OrderStepName, skipped: boolean): OrderStep => ({
  name,
  status: skipped ? 'SKIPPED' : 'PENDING',
  attempt: 0,
  percent: null,
  startedAt: null,
  finishedAt: null,
  detail: null,
  error: null,
});
