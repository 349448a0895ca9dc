import { orderSorts } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { calls, callsToFind } from '../call-cost.ts';
import { describeValues } from '../describe-values.ts';
import { countedByPage, PageInfo, pageArguments, pageCost, parsePage } from '../page/page.ts';
import { selects } from '../page/selects.ts';
import { OrderFilterInput, parseFilter } from './filter.ts';
import { Order } from './order.ts';
import type { OrderPage } from './port.ts';
import { findVisible } from './visibility.ts';

// How to ask for one by its id.

builder.queryField('order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    description: 'An order by id; null if it does not exist or is not visible to the viewer.',
    args: { id: t.arg.id({ required: true, description: 'Id of an order.' }) },
    complexity: calls(callsToFind),
    resolve: (_, args, context) => findVisible(args.id, context),
  }),
);

// How to ask for many.

type Edge = OrderPage['edges'][number];

const OrderEdge = builder.objectRef<Edge>('OrderEdge').implement({
  description: 'An order with its cursor.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor of this edge.' }),
    node: t.expose('node', { type: Order, description: 'The order.' }),
  }),
});

const OrderConnection = builder.objectRef<OrderPage>('OrderConnection').implement({
  description: 'A page of orders.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [OrderEdge],
      complexity: countedByPage,
      description: 'The orders with their cursors.',
    }),
    nodes: t.field({
      type: [Order],
      complexity: countedByPage,
      description: 'The orders without cursors.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Position of this page in the list.', resolve: (page) => page }),
    totalCount: t.exposeInt('totalCount', {
      nullable: true,
      complexity: calls(1),
      description: 'Total number of matching orders; counted only when selected.',
    }),
    changesCursor: t.expose('changesCursor', {
      type: 'Cursor',
      description: 'Cursor for `ordersChanged`, so that no change after this page is missed.',
    }),
  }),
});

const OrderSort = builder.enumType('OrderSort', {
  description: 'Sort order of a list of orders.',
  values: describeValues(orderSorts, {
    NEWEST: 'Newest first.',
    OLDEST: 'Oldest first.',
    TOTAL_HIGH: 'Highest total first, in one currency.',
    TOTAL_LOW: 'Lowest total first, in one currency.',
    RECENTLY_UPDATED: 'Last updated first.',
    DEADLINE: 'Awaiting approval first, by deadline, soonest first; then the rest, newest first.',
  }),
});

builder.queryField('orders', (t) =>
  t.field({
    type: OrderConnection,
    description: 'Orders visible to the viewer, paginated.',
    args: {
      filter: t.arg({ type: OrderFilterInput, description: 'Conditions on the orders; all orders if omitted.' }),
      orderBy: t.arg({ type: OrderSort, defaultValue: 'NEWEST', description: 'Sort order.' }),
      ...pageArguments(t.arg),
    },
    complexity: pageCost,
    resolve: (_, { filter, orderBy, ...page }, context, info) =>
      context.orders.page({
        ...parsePage(page, context.limits.page),
        filter: parseFilter(filter, context, orderBy ?? 'NEWEST'),
        orderBy: orderBy ?? 'NEWEST',
        countTotal: selects(info, 'totalCount'),
      }),
  }),
);
