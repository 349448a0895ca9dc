import { healthOf } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { historyArguments, historyField, readHistory } from '../history/history.ts';
import { Node } from '../node/node.ts';
import { visiblePerson, visiblePlacer } from '../viewer/privacy.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { Address } from './address.ts';
import { currentCompensation, currentCompensations, currentLabelPercent, currentSteps } from './current-steps.ts';
import { actionsOf, FulfillmentPlan, OrderAction, OrderStatus, OrderStepName } from './enums.ts';
import { OrderFailure } from './failure.ts';
import { OrderHealth } from './health.ts';
import { OrderItem } from './item.ts';
import { OrderLinks } from './links.ts';
import { Payment } from './payment.ts';
import type { OrderSnapshot } from './port.ts';
import { Shipment } from './shipment.ts';
import { Compensation, OrderStep } from './step.ts';
import { availableCommands } from './visibility.ts';

// The type of an order. Queries, mutations and subscriptions are in `order.*.ts` beside this file.

export const Order = builder.objectRef<OrderSnapshot>('Order').implement({
  description: "A customer's order and the state of its fulfillment.",
  interfaces: [Node],
  // Longer than 40 lines: a table with one entry for each field.
  fields: (t) => ({
    id: t.exposeID('orderId', { description: 'Id chosen by the caller, or "ORD-" and a ULID.' }),
    customerId: t.exposeID('customerId', { description: 'Id of the customer.' }),
    customerEmail: t.exposeString('customerEmail', {
      nullable: true,
      description:
        'E-mail address for the notification; visible to the customer, managers and operators, null for everybody else.',
    }),
    placedBy: t.string({
      nullable: true,
      description: 'Id of the person or standing order that placed the order; null for customers if it was staff.',
      resolve: ({ placedBy }, _args, context) => visiblePlacer(placedBy, context),
    }),
    status: t.expose('status', { type: OrderStatus, description: 'Current status.' }),
    progress: t.exposeInt('progress', {
      description:
        'Progress in percent. Never decreases, stops when the outcome is decided, and is 100 only when shipped.',
    }),
    currentStep: t.expose('currentStep', {
      type: OrderStepName,
      nullable: true,
      description: 'Current step, also while compensations run; null before the first step and after the last.',
    }),
    currentCompensation: t.string({
      nullable: true,
      description: 'Name of the compensation that runs, or of one that has failed; null if there is none.',
      resolve: (order) => currentCompensation(order)?.name ?? null,
    }),
    steps: t.field({
      type: [OrderStep],
      description: 'All steps of the plan, in order, including pending and skipped ones.',
      resolve: (order) => currentSteps(order),
    }),
    compensations: t.field({
      type: [Compensation],
      description: 'Compensations that are running or have run, newest first.',
      resolve: (order) => currentCompensations(order),
    }),
    failure: t.expose('failure', {
      type: OrderFailure,
      nullable: true,
      description:
        'Why the order was not shipped; null if it was or may still be. Set once this is decided: during a step, the status follows when the step has ended.',
    }),
    endedBy: t.string({
      nullable: true,
      description:
        'Id of the person who rejected or cancelled the order; null if nobody did, and for customers if it was staff.',
      resolve: ({ endedBy }, _args, context) => visiblePerson(endedBy, context),
    }),
    items: t.expose('items', { type: [OrderItem], description: 'Order lines.' }),
    total: t.expose('total', { type: 'Money', description: 'Total of all lines.' }),
    shippingAddress: t.expose('shippingAddress', { type: Address, description: 'Shipping address.' }),
    requiresApproval: t.exposeBoolean('requiresApproval', { description: 'Whether a manager must approve the order.' }),
    approvalDeadline: t.expose('approvalDeadline', {
      type: 'DateTime',
      nullable: true,
      description:
        'Time at which the order expires if it is neither approved nor rejected; null until approval is requested.',
    }),
    autoApprovesAt: t.expose('autoApprovesAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Time at which the order is approved automatically; null if it never is, or until approval is requested.',
    }),
    plan: t.expose('plan', { type: FulfillmentPlan, description: 'Order in which the steps run.' }),
    paymentReference: t.exposeString('paymentReference', {
      nullable: true,
      description: "The shop's own id of the payment, as given when the order was placed; null if none was given.",
    }),
    payment: t.expose('payment', {
      type: Payment,
      nullable: true,
      description: 'The payment; null before its authorization starts.',
    }),
    shipment: t.field({
      type: Shipment,
      nullable: true,
      description: 'The shipment; null before its preparation starts.',
      resolve: (order) => order.shipment && { ...order.shipment, labelPercent: currentLabelPercent(order) },
    }),
    health: t.field({
      type: OrderHealth,
      description: 'Whether the order needs human attention.',
      resolve: (order) => healthOf(order),
    }),
    availableActions: t.field({
      type: [OrderAction],
      description: 'Actions that the viewer can take now.',
      resolve: (order, _args, context) => actionsOf(availableCommands(order, viewerOf(context)), viewerOf(context)),
    }),
    revision: t.exposeInt('revision', {
      description:
        'Revision of the state: the number of its newest journal entry. The progress of a running step changes without one.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Time at which the order was placed.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Time of the last change.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Time at which all work was done, including the notification; null before that. Subscriptions complete at this point.',
    }),
    links: t.field({
      type: OrderLinks,
      nullable: true,
      description: 'Links for operators; null for everybody else.',
      resolve: (order, _args, { viewer }) => (viewer?.role === 'OPERATOR' ? order : null),
    }),
    history: t.field({
      ...historyField,
      args: historyArguments(t.arg),
      resolve: ({ orderId }, args, context) => readHistory(context.orders.history, orderId, args, context),
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Time at which this state was current.' }),
  }),
});
