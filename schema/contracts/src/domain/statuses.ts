/** The status of an order. Values of the GraphQL enum `OrderStatus`. */
export const orderStatuses = [
  'RECEIVED',
  'AWAITING_APPROVAL',
  'APPROVED',
  'PROCESSING',
  'COMPENSATING',
  'SHIPPED',
  'REJECTED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** The statuses that an order never leaves. */
export const finalStatuses = ['SHIPPED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'] as const;
export type FinalStatus = (typeof finalStatuses)[number];

export const isFinal = (status: OrderStatus): status is FinalStatus =>
  (finalStatuses as readonly OrderStatus[]).includes(status);

/** Statuses in which the end of an order is decided: it is final, or is being compensated. */
export const isClosed = (status: OrderStatus): boolean => isFinal(status) || status === 'COMPENSATING';

/** The transitions that are allowed from each status. The order book accepts no others. */
export const statusMachine: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  RECEIVED: ['AWAITING_APPROVAL', 'PROCESSING', 'COMPENSATING', 'CANCELLED', 'FAILED'],
  AWAITING_APPROVAL: ['APPROVED', 'COMPENSATING', 'REJECTED', 'EXPIRED', 'CANCELLED', 'FAILED'],
  APPROVED: ['PROCESSING', 'COMPENSATING', 'CANCELLED', 'FAILED'],
  PROCESSING: ['AWAITING_APPROVAL', 'COMPENSATING', 'SHIPPED', 'CANCELLED', 'FAILED'],
  COMPENSATING: ['REJECTED', 'CANCELLED', 'EXPIRED', 'FAILED'],
  SHIPPED: [],
  REJECTED: [],
  CANCELLED: [],
  EXPIRED: [],
  FAILED: [],
};

export const stepStatuses = ['PENDING', 'RUNNING', 'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELLED'] as const;
export type StepStatus = (typeof stepStatuses)[number];

export const paymentStatuses = ['PENDING', 'AUTHORIZED', 'CAPTURED', 'REFUNDED', 'RELEASED', 'FAILED'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const orderEventTypes = [
  'ORDER_RECEIVED',
  'STATUS_CHANGED',
  'STEP_STARTED',
  'STEP_COMPLETED',
  'STEP_FAILED',
  'STEP_CANCELLED',
  'ITEM_ADDED',
  'ADDRESS_UPDATED',
  'COMMAND_REFUSED',
  'COMPENSATION_STARTED',
  'COMPENSATION_COMPLETED',
  'COMPENSATION_FAILED',
  'STEP_RETRIED_BY_HAND',
  'STEP_GIVEN_UP',
  'COMPENSATION_SETTLED',
  'ORDER_CLOSED',
  'EFFECTS_UNDONE',
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];
