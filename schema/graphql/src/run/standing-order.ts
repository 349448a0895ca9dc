import type * as domain from '@waybill/contracts/domain';
import { largestPage } from '@waybill/contracts/domain';
import { builder, type Context } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { Node } from '../node/node.ts';
import { Address } from '../order/address.ts';
import { StepError } from '../order/attempt.ts';
import { FulfillmentPlan } from '../order/enums.ts';
import { Order } from '../order/order.ts';
import { findManyVisible } from '../order/visibility.ts';
import { visiblePerson } from '../viewer/privacy.ts';
import { PlacementOutcome } from './enums.ts';
import type { SnapshotOf } from './port.ts';
import { WorkflowRun } from './run.ts';

const StandingOrderItem = builder.objectRef<domain.StandingOrderItem>('StandingOrderItem').implement({
  description: 'A line of a standing order.',
  fields: (t) => ({
    sku: t.exposeString('sku', { description: 'SKU of the product.' }),
    quantity: t.exposeInt('quantity', { description: 'Ordered quantity.' }),
    price: t.expose('price', {
      type: 'Money',
      nullable: true,
      description: "Unit price; null if each placement uses the catalogue's current price.",
    }),
  }),
});

const StandingOrderTemplate = builder.objectRef<domain.StandingOrderTemplate>('StandingOrderTemplate').implement({
  description: 'The order that is placed each period.',
  fields: (t) => ({
    customerId: t.exposeID('customerId', { description: 'Id of the customer.' }),
    items: t.expose('items', { type: [StandingOrderItem], description: 'Order lines.' }),
    shippingAddress: t.expose('shippingAddress', { type: Address, description: 'Shipping address.' }),
    requiresApproval: t.exposeBoolean('requiresApproval', {
      description: 'Whether a manager must approve each order.',
    }),
    plan: t.expose('plan', { type: FulfillmentPlan, description: 'Order in which the steps run.' }),
  }),
});

/** `orders`: the orders of all selected placements are looked up in one call. */
type Placement = domain.StandingPlacement & { orders: (context: Context) => ReturnType<typeof findManyVisible> };

const StandingPlacement = builder.objectRef<Placement>('StandingPlacement').implement({
  description: 'One period of a standing order.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number of the period, from 1.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the period.' }),
    outcome: t.expose('outcome', { type: PlacementOutcome, description: 'Result of the period.' }),
    orderId: t.exposeID('orderId', { nullable: true, description: 'Id of the placed order; null if none was placed.' }),
    order: t.field({
      type: Order,
      nullable: true,
      description: 'The placed order; null if none was placed, or if it is not visible to the viewer.',
      complexity: calls(2),
      resolve: async ({ orderId, orders }, _args, context) =>
        orderId ? ((await orders(context)).find((order) => order?.orderId === orderId) ?? null) : null,
    }),
    problem: t.expose('problem', {
      type: StepError,
      nullable: true,
      description: 'Why no order was placed; null if one was, or if the period was skipped or missed.',
    }),
  }),
});

type StandingOrderRun = SnapshotOf<'STANDING_ORDER'>;

function lastPlacements({ placements }: StandingOrderRun, first: number): Placement[] {
  if (first < 1 || first > largestPage) throw badUserInput(`first must be 1 to ${largestPage}`);
  const shown = placements.slice(0, first);
  let found: ReturnType<typeof findManyVisible> | undefined;
  const orders = (context: Context) => {
    found ??= findManyVisible(
      shown.flatMap(({ orderId }) => orderId ?? []),
      context,
    );
    return found;
  };
  return shown.map((placement) => ({ ...placement, orders }));
}

export const StandingOrder = builder.objectRef<StandingOrderRun>('StandingOrder').implement({
  description: 'A workflow that places an order each period.',
  interfaces: [Node, WorkflowRun],
  fields: (t) => ({
    every: t.expose('every', { type: 'Duration', description: 'Time between two periods.' }),
    nextAt: t.expose('nextAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time of the next period; null while paused and when closed.',
    }),
    placed: t.exposeInt('placed', { description: 'Number of placed orders.' }),
    skipped: t.exposeInt('skipped', { description: 'Number of skipped periods.' }),
    skipsNext: t.exposeBoolean('skipsNext', { description: 'Whether the next period will be skipped.' }),
    missed: t.exposeInt('missed', { description: 'Number of missed periods.' }),
    times: t.exposeInt('times', {
      nullable: true,
      description: 'Number of placements, successful or refused, after which it ends; null if it has no end.',
    }),
    pausedBy: t.string({
      nullable: true,
      description: 'Id of the person who paused it; null if it is not paused, and for customers if it was staff.',
      resolve: ({ pausedBy }, _args, context) => visiblePerson(pausedBy, context),
    }),
    generation: t.exposeInt('generation', { description: 'How often the workflow has continued as new.' }),
    lastPlacements: t.field({
      type: [StandingPlacement],
      description: 'The latest periods, newest first.',
      args: { first: t.arg.int({ defaultValue: 10, description: 'Number of periods, at most 100.' }) },
      complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 10, 1), largestPage) }),
      resolve: (run, { first }) => lastPlacements(run, first ?? 10),
    }),
    template: t.expose('template', { type: StandingOrderTemplate, description: 'The order that is placed.' }),
  }),
});
