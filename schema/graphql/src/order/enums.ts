import {
  type CommandName,
  fulfillmentPlans,
  orderEventTypes,
  orderStatuses,
  orderSteps,
  paymentStatuses,
  stepStatuses,
} from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import type { Viewer } from '../builder/scopes.ts';

export const OrderStatus = builder.enumType('OrderStatus', {
  description: 'Status of an order.',
  values: describeValues(orderStatuses, {
    RECEIVED: 'Placed; fulfillment has started.',
    AWAITING_APPROVAL: "Waits for a manager's decision.",
    APPROVED: 'Approved by a manager or automatically.',
    PROCESSING: 'Fulfillment is in progress.',
    COMPENSATING: 'The outcome is decided; completed steps are being compensated.',
    SHIPPED: 'Handed to the carrier. Final.',
    REJECTED: 'Rejected by a manager. Final.',
    CANCELLED: 'Cancelled. Final.',
    EXPIRED: 'Neither approved nor rejected in time. Final.',
    FAILED: 'A step was refused or exhausted its retries. Final.',
  }),
});

export const OrderStepName = builder.enumType('OrderStepName', {
  description: "Steps of an order's fulfillment.",
  values: describeValues(orderSteps, {
    RECEIVE: 'Records the order in the order book.',
    VALIDATE: 'Validates lines, totals and address.',
    ENRICH: 'Gathers customer and stock information.',
    AUTHORIZE_PAYMENT: 'Authorizes the payment.',
    AWAIT_APPROVAL: 'Waits for approval, if the order requires it.',
    RESERVE_INVENTORY: 'Reserves the stock.',
    CAPTURE_PAYMENT: 'Captures the authorized payment.',
    PREPARE_PACKAGE: 'Prepares the package.',
    CREATE_LABEL: "Creates the carrier's label; the address can no longer change.",
    DISPATCH_CARRIER: 'Hands the package to the carrier; the order can no longer be cancelled.',
    NOTIFY_CUSTOMER: 'Notifies the customer of the outcome.',
  }),
});

export const StepStatus = builder.enumType('StepStatus', {
  description: 'Status of a step or of a compensation.',
  values: describeValues(stepStatuses, {
    PENDING: 'Not started.',
    RUNNING: 'Running, or waiting for a retry.',
    COMPLETED: 'Completed.',
    FAILED: 'Refused, or all retries failed.',
    SKIPPED: 'There was nothing to do.',
    CANCELLED: 'Cancelled while it ran.',
  }),
});

export const OrderEventType = builder.enumType('OrderEventType', {
  description: 'Type of a journal entry.',
  values: describeValues(orderEventTypes, {
    ORDER_RECEIVED: 'The first entry: the order was received.',
    STATUS_CHANGED: 'The status changed.',
    STEP_STARTED: 'A step started.',
    STEP_COMPLETED: 'A step completed.',
    STEP_FAILED: 'A step was refused or exhausted its retries.',
    STEP_CANCELLED: 'A step was cancelled while it ran.',
    ITEM_ADDED: 'A line was added.',
    ADDRESS_UPDATED: 'The shipping address changed.',
    COMMAND_REFUSED: 'A command was refused.',
    COMPENSATION_STARTED: 'A compensation started.',
    COMPENSATION_COMPLETED: 'A compensation completed.',
    COMPENSATION_FAILED: 'A compensation was refused and is not retried; an operator must investigate.',
    STEP_RETRIED_BY_HAND:
      'An operator triggered the next attempt of the running step or compensation with `retryOrderNow`.',
    STEP_GIVEN_UP: 'An operator gave up a failing step with `giveUpOrderStep`.',
    EFFECTS_UNDONE:
      'The effects of this order at the providers, which neither order book nor workflow engine knew, were compensated by `repairAudit`.',
    COMPENSATION_SETTLED: 'An operator declared a compensation done with `settleCompensation`.',
    ORDER_CLOSED: 'The last entry: the order is closed.',
  }),
});

export const PaymentStatus = builder.enumType('PaymentStatus', {
  description: 'Status of a payment.',
  values: describeValues(paymentStatuses, {
    PENDING: 'Not authorized yet.',
    AUTHORIZED: 'Authorized: the amount is on hold.',
    CAPTURED: 'Captured.',
    REFUNDED: 'Refunded after capture.',
    RELEASED: 'The authorization was released; nothing was captured.',
    FAILED: 'Declined, or the authorization expired.',
  }),
});

export const FulfillmentPlan = builder.enumType('FulfillmentPlan', {
  description: 'Order in which the steps run.',
  values: describeValues(fulfillmentPlans, {
    AUTHORIZE_FIRST: 'Authorizes the payment before approval; reserves stock and captures after it.',
    RESERVE_FIRST: 'Reserves stock before approval; authorizes and captures the payment after it.',
  }),
});

const orderActions = [
  'APPROVE',
  'REJECT',
  'CANCEL',
  'ADD_ITEM',
  'CHANGE_ADDRESS',
  'RETRY_NOW',
  'GIVE_UP_STEP',
  'SETTLE_COMPENSATION',
  'CANCEL_WORKFLOW',
] as const;
type OrderActionName = (typeof orderActions)[number];

export const OrderAction = builder.enumType('OrderAction', {
  description: 'Actions on an order; each corresponds to a mutation.',
  values: describeValues(orderActions, {
    APPROVE: '`approveOrder`',
    REJECT: '`rejectOrder`',
    CANCEL: '`cancelOrder`',
    ADD_ITEM: '`addOrderItem`',
    CHANGE_ADDRESS: '`changeShippingAddress`',
    RETRY_NOW: '`retryOrderNow`',
    GIVE_UP_STEP: '`giveUpOrderStep`',
    SETTLE_COMPENSATION: '`settleCompensation`',
    CANCEL_WORKFLOW: '`cancelWorkflow`',
  }),
});

const actionOf: Readonly<Record<CommandName, OrderActionName>> = {
  approve: 'APPROVE',
  reject: 'REJECT',
  cancel: 'CANCEL',
  addItem: 'ADD_ITEM',
  changeAddress: 'CHANGE_ADDRESS',
  retryNow: 'RETRY_NOW',
  giveUpStep: 'GIVE_UP_STEP',
  settleCompensation: 'SETTLE_COMPENSATION',
};

/** The actions of a viewer who may send these commands. For operators, `cancelWorkflow` also cancels an order. */
export const actionsOf = (commands: readonly CommandName[], { role }: Viewer): OrderActionName[] => {
  const actions = commands.map((command) => actionOf[command]);
  return role === 'OPERATOR' && commands.includes('cancel') ? [...actions, 'CANCEL_WORKFLOW'] : actions;
};
