import { type OrderCounts as Counts, CustomerId } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { OrderStatus } from './enums.ts';

// The counts.

const StatusCount = builder.objectRef<Counts['byStatus'][number]>('StatusCount').implement({
  description: 'Number of orders with one status.',
  fields: (t) => ({
    status: t.expose('status', { type: OrderStatus, description: 'The status.' }),
    count: t.exposeInt('count', { description: 'Number of orders with this status.' }),
  }),
});

const OrderCounts = builder.objectRef<Counts>('OrderCounts').implement({
  description: 'Counts of the orders that are visible to the viewer.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Number of all orders.' }),
    byStatus: t.expose('byStatus', {
      type: [StatusCount],
      description: 'Number of orders for each status, including those with none.',
    }),
    needingAttention: t.exposeInt('needingAttention', {
      description: 'Number of orders that are stuck or await approval.',
    }),
    stuck: t.exposeInt('stuck', { description: 'Number of stuck orders.' }),
    oldestWaitingSince: t.expose('oldestWaitingSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Time since which the oldest pending approval has been waiting; null if no order awaits approval.',
    }),
  }),
});

type Args = { customerId?: string | null | undefined };

const customerId = 'Only orders of this customer; customers may give only their own id.';

/** A customer's counts always cover only own orders. */
function customerOf({ customerId }: Args, { id, role }: { id: string; role: string }): string | null {
  if (role === 'CUSTOMER') return id;
  if (customerId && !CustomerId.safeParse(customerId).success) throw badUserInput('customerId must be a customer id');
  return customerId ?? null;
}

const permitted = ({ customerId }: Args) => (customerId ? { ordersFor: customerId } : { signedIn: true });

builder.queryField('orderCounts', (t) =>
  t.field({
    type: OrderCounts,
    description: 'Counts of the orders visible to the viewer, by status and health.',
    args: { customerId: t.arg.id({ description: customerId }) },
    authScopes: (_, args) => permitted(args),
    complexity: calls(1),
    resolve: (_, args, context) => context.orders.counts(customerOf(args, viewerOf(context))),
  }),
);

builder.subscriptionField('orderCountsChanged', (t) =>
  t.field({
    type: OrderCounts,
    description: 'The current counts, then the counts at most once per second while they change. Never completes.',
    args: { customerId: t.arg.id({ description: customerId }) },
    authScopes: (_, args) => permitted(args),
    complexity: calls(3),
    subscribe: (_, args, context) => context.orders.countsChanged(customerOf(args, viewerOf(context))),
    resolve: (counts) => counts,
  }),
);
