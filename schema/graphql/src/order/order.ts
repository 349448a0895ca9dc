import { healthOf } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { Node } from '../node/node.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { Address } from './address.ts';
import { currentCompensations, currentLabelPercent, currentSteps } from './current-steps.ts';
import { actionOf, FulfillmentPlan, OrderAction, OrderStatus, OrderStepName } from './enums.ts';
import { OrderFailure } from './failure.ts';
import { OrderHealth } from './health.ts';
import { OrderItem } from './item.ts';
import { OrderLinks } from './links.ts';
import { Payment } from './payment.ts';
import type { OrderSnapshot } from './port.ts';
import { Shipment } from './shipment.ts';
import { Compensation, OrderStep } from './step.ts';
import { availableCommands, visiblePerson } from './visibility.ts';

// What an order looks like. How to ask for one, make one, tell one something and follow one: `order.*.ts` beside this.

export const Order = builder.objectRef<OrderSnapshot>('Order').implement({
  description: 'What a customer asked for, and how far it has come.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.exposeID('orderId', { description: 'As the shop gave it, or "ORD-" and a ULID.' }),
    customerId: t.exposeID('customerId', { description: 'Whose order it is.' }),
    status: t.expose('status', { type: OrderStatus, description: 'Where it stands.' }),
    progress: t.exposeInt('progress', {
      description: '0 to 100. It never falls, stands still once the end is decided, and is 100 only when shipped.',
    }),
    currentStep: t.expose('currentStep', {
      type: OrderStepName,
      nullable: true,
      description: 'The step it is at, also while undos run; null before the first and after the last.',
    }),
    steps: t.field({
      type: [OrderStep],
      description: 'Every step of the plan, in order, also those still to come and those left out.',
      resolve: (order) => currentSteps(order),
    }),
    compensations: t.field({
      type: [Compensation],
      description: 'What is being undone or was, newest first, as it ran.',
      resolve: (order) => currentCompensations(order),
    }),
    failure: t.expose('failure', { type: OrderFailure, nullable: true, description: 'Why it did not ship.' }),
    endedBy: t.string({
      nullable: true,
      description: 'The person who rejected or cancelled it; null to customers where it was staff.',
      resolve: ({ endedBy }, _args, context) => visiblePerson(endedBy, context),
    }),
    items: t.expose('items', { type: [OrderItem], description: 'What was ordered, a line each.' }),
    total: t.expose('total', { type: 'Money', description: 'What it costs in all.' }),
    shippingAddress: t.expose('shippingAddress', { type: Address, description: 'Where it goes.' }),
    requiresApproval: t.exposeBoolean('requiresApproval', { description: 'Whether a person must say yes.' }),
    approvalDeadline: t.expose('approvalDeadline', {
      type: 'DateTime',
      nullable: true,
      description: 'When it expires unless somebody decides; null where nobody was asked.',
    }),
    plan: t.expose('plan', { type: FulfillmentPlan, description: 'In which order its steps are taken.' }),
    payment: t.expose('payment', { type: Payment, nullable: true, description: 'Its money, once held.' }),
    shipment: t.field({
      type: Shipment,
      nullable: true,
      description: 'Its package, once begun.',
      resolve: (order) => order.shipment && { ...order.shipment, labelPercent: currentLabelPercent(order) },
    }),
    health: t.field({
      type: OrderHealth,
      description: 'Whether it gets on by itself.',
      resolve: (order) => healthOf(order),
    }),
    availableActions: t.field({
      type: [OrderAction],
      description: 'What this viewer can do with it now.',
      resolve: (order, _args, context) =>
        availableCommands(order, viewerOf(context)).map((command) => actionOf[command]),
    }),
    revision: t.exposeInt('revision', { description: 'Rises with every change.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was placed.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When all was done, notification included: this is when streams end.',
    }),
    links: t.field({
      type: OrderLinks,
      nullable: true,
      description: 'For operators; null for everybody else.',
      resolve: (order, _args, { viewer }) => (viewer?.role === 'OPERATOR' ? order : null),
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'How fresh this answer is.' }),
  }),
});
