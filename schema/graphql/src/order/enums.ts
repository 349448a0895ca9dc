import {
  type CommandName,
  fulfillmentPlans,
  orderEventTypes,
  orderStatuses,
  orderSteps,
  paymentStatuses,
  stepStatuses,
} from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { describeValues } from '../describe-values.ts';

export const OrderStatus = builder.enumType('OrderStatus', {
  description: 'Where an order stands.',
  values: describeValues(orderStatuses, {
    RECEIVED: 'Placed; its fulfillment has begun.',
    AWAITING_APPROVAL: 'A person must decide.',
    APPROVED: 'A person, or the clock, has said yes.',
    PROCESSING: 'On its way through the steps.',
    COMPENSATING: 'Its end is decided, and what was done is being undone.',
    SHIPPED: 'The carrier has it. Final.',
    REJECTED: 'A manager said no. Final.',
    CANCELLED: 'Called off. Final.',
    EXPIRED: 'Nobody decided in time. Final.',
    FAILED: 'A step was refused, or gave up. Final.',
  }),
});

export const OrderStepName = builder.enumType('OrderStepName', {
  description: 'What is done for an order, one step after another.',
  values: describeValues(orderSteps, {
    RECEIVE: 'The order is written into the book.',
    VALIDATE: 'Items, totals and address are checked.',
    ENRICH: 'What is known of customer and stock is gathered.',
    AUTHORIZE_PAYMENT: 'The money is held.',
    AWAIT_APPROVAL: 'A person decides, where the order asks for it.',
    RESERVE_INVENTORY: 'The stock is set aside.',
    CAPTURE_PAYMENT: 'The held money is charged.',
    PREPARE_PACKAGE: 'The package is packed.',
    CREATE_LABEL: 'The carrier makes the label; from here on the address is settled.',
    DISPATCH_CARRIER: 'The package is handed to the carrier: the point of no return.',
    NOTIFY_CUSTOMER: 'The customer hears how it ended.',
  }),
});

export const StepStatus = builder.enumType('StepStatus', {
  description: 'How a step, or the undoing of one, stands.',
  values: describeValues(stepStatuses, {
    PENDING: 'Its turn has not come.',
    RUNNING: 'Being tried.',
    COMPLETED: 'Done.',
    FAILED: 'Refused, or out of patience.',
    SKIPPED: 'There was nothing to do.',
    CANCELLED: 'Stopped while it ran.',
  }),
});

export const OrderEventType = builder.enumType('OrderEventType', {
  description: 'What an entry in the journal tells.',
  values: describeValues(orderEventTypes, {
    ORDER_RECEIVED: 'The first entry: the order began.',
    STATUS_CHANGED: 'The order moved to another status.',
    STEP_STARTED: 'A step is being tried.',
    STEP_COMPLETED: 'A step is done.',
    STEP_FAILED: 'A step was refused, or gave up.',
    STEP_CANCELLED: 'A step was stopped while it ran.',
    ITEM_ADDED: 'The order has one more line.',
    ADDRESS_UPDATED: 'The order goes somewhere else.',
    COMMAND_REFUSED: 'Somebody asked for what the order does not take now.',
    COMPENSATION_STARTED: 'A step is being undone.',
    COMPENSATION_COMPLETED: 'A step is undone.',
    COMPENSATION_FAILED: 'Undoing a step was refused: it is not tried again, and somebody must look.',
    ORDER_CLOSED: 'The last entry: nothing follows.',
  }),
});

export const PaymentStatus = builder.enumType('PaymentStatus', {
  description: 'How the money of an order stands.',
  values: describeValues(paymentStatuses, {
    PENDING: 'Not held yet.',
    AUTHORIZED: 'Held.',
    CAPTURED: 'Charged.',
    REFUNDED: 'Given back after it was charged.',
    RELEASED: 'The hold was let go; nothing was charged.',
    FAILED: 'The provider said no, or the hold died.',
  }),
});

export const FulfillmentPlan = builder.enumType('FulfillmentPlan', {
  description: 'In which order the steps are taken.',
  values: describeValues(fulfillmentPlans, {
    AUTHORIZE_FIRST: 'Money is held, then approval, then stock is reserved and the money charged.',
    RESERVE_FIRST: 'Stock is reserved before approval; money is held and charged after it.',
  }),
});

const orderActions = ['APPROVE', 'REJECT', 'CANCEL', 'ADD_ITEM', 'CHANGE_ADDRESS'] as const;
type OrderActionName = (typeof orderActions)[number];

export const OrderAction = builder.enumType('OrderAction', {
  description: 'What can be done with an order: a mutation each.',
  values: describeValues(orderActions, {
    APPROVE: '`approveOrder`',
    REJECT: '`rejectOrder`',
    CANCEL: '`cancelOrder`',
    ADD_ITEM: '`addOrderItem`',
    CHANGE_ADDRESS: '`changeShippingAddress`',
  }),
});

export const actionOf: Readonly<Record<CommandName, OrderActionName>> = {
  approve: 'APPROVE',
  reject: 'REJECT',
  cancel: 'CANCEL',
  addItem: 'ADD_ITEM',
  changeAddress: 'CHANGE_ADDRESS',
};
