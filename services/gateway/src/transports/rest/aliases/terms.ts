import type { OrderStatus, OrderStepName } from '@waybill/client';

/** The names of steps in the first system. */
export const stepTerms: Record<OrderStepName, string> = {
  RECEIVE: 'order_received',
  VALIDATE: 'order_validation',
  ENRICH: 'order_enrichment',
  AUTHORIZE_PAYMENT: 'payment_authorization',
  AWAIT_APPROVAL: 'manager_approval',
  RESERVE_INVENTORY: 'inventory_reservation',
  CAPTURE_PAYMENT: 'payment_capture',
  PREPARE_PACKAGE: 'package_preparation',
  CREATE_LABEL: 'shipping_label',
  DISPATCH_CARRIER: 'carrier_dispatch',
  NOTIFY_CUSTOMER: 'customer_notification',
};

/** The current step of an order, in the terms of the fourth system. */
export const currentStepTerms: Record<OrderStepName, string> = {
  RECEIVE: 'RECEIVE',
  VALIDATE: 'VALIDATE',
  ENRICH: 'VALIDATE',
  AUTHORIZE_PAYMENT: 'PAY',
  AWAIT_APPROVAL: 'MANUAL_REVIEW',
  RESERVE_INVENTORY: 'PAY',
  CAPTURE_PAYMENT: 'PAY',
  PREPARE_PACKAGE: 'PREPARE_PACKAGE',
  CREATE_LABEL: 'PREPARE_PACKAGE',
  DISPATCH_CARRIER: 'DISPATCH_CARRIER',
  NOTIFY_CUSTOMER: 'SHIPPED',
};

/** The state of an order in the terms of the fifth system, by the newest completed step. */
export const reachedStateTerms: readonly (readonly [OrderStepName, string])[] = [
  ['DISPATCH_CARRIER', 'SHIPPED'],
  ['PREPARE_PACKAGE', 'PACKAGE_PREPARED'],
  ['CAPTURE_PAYMENT', 'PAYMENT_CHARGED'],
  ['AWAIT_APPROVAL', 'APPROVED'],
  ['VALIDATE', 'VALIDATED'],
  ['RECEIVE', 'RECEIVED'],
];

/** Statuses that take precedence over the steps. */
export const statesByStatus: Partial<Record<OrderStatus, string>> = {
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  COMPENSATING: 'COMPENSATING',
  SHIPPED: 'SHIPPED',
  REJECTED: 'REJECTED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
  FAILED: 'FAILED',
};
