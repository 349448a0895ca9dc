import { orderSorts } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { calls, callsToFind } from '../call-cost.ts';
import { describeValues } from '../describe-values.ts';
import { Node } from '../node/node.ts';
import { countedByPage, PageInfo, pageArguments, pageCost, parsePage } from '../page/page.ts';
import { selects } from '../page/selects.ts';
import { badUserInput } from '../request-errors.ts';
import { OrderFilterInput, parseFilter } from './filter.ts';
import { Order } from './order.ts';
import type { OrderPage } from './port.ts';
import { findManyVisible, findVisible } from './visibility.ts';

// How to ask for one by its id.

const id = 'The id of an order.';

builder.queryField('order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    description: 'One order; null where there is none for this viewer.',
    args: { id: t.arg.id({ required: true, description: id }) },
    complexity: calls(callsToFind),
    resolve: (_, args, context) => findVisible(args.id, context),
  }),
);

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'Whatever has this id; null where there is nothing for this viewer.',
    args: { id: t.arg.id({ required: true, description: id }) },
    complexity: calls(callsToFind),
    resolve: (_, args, context) => findVisible(args.id, context),
  }),
);

const idsAtMost = 100;

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'Whatever has these ids, in the same order; null in the place of what is not there for this viewer.',
    args: { ids: t.arg.idList({ required: true, description: `Up to ${idsAtMost} ids.` }) },
    // The book is asked for all of them together, twice at the most; the engine for each, and for what it is at.
    complexity: ({ ids }) => {
      const multiplier = Math.min(ids.length, idsAtMost);
      return { field: calls(2 + 2 * multiplier), multiplier };
    },
    resolve: (_, { ids }, context) => findManyVisible(upTo(idsAtMost, ids), context),
  }),
);

function upTo(most: number, ids: string[]): string[] {
  if (ids.length > most) throw badUserInput(`ids must be at most ${most}`);
  return ids;
}

// How to ask for many.

type Edge = OrderPage['edges'][number];

const OrderEdge = builder.objectRef<Edge>('OrderEdge').implement({
  description: 'An order and its place.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'The place.' }),
    node: t.expose('node', { type: Order, description: 'The order.' }),
  }),
});

const OrderConnection = builder.objectRef<OrderPage>('OrderConnection').implement({
  description: 'A page of orders.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [OrderEdge],
      complexity: countedByPage,
      description: 'Orders with their places.',
    }),
    nodes: t.field({
      type: [Order],
      complexity: countedByPage,
      description: 'Orders alone.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where this page stands.', resolve: (page) => page }),
    totalCount: t.exposeInt('totalCount', {
      nullable: true,
      complexity: calls(1),
      description: 'How many match in all; counted only when asked for.',
    }),
    changesCursor: t.expose('changesCursor', {
      type: 'Cursor',
      description: 'What `ordersChanged` goes on from, so that nothing is missed after this page.',
    }),
  }),
});

const OrderSort = builder.enumType('OrderSort', {
  description: 'How orders are sorted.',
  values: describeValues(orderSorts, {
    NEWEST: 'Last placed first.',
    OLDEST: 'First placed first.',
    TOTAL_HIGH: 'Dearest first, in one currency.',
    TOTAL_LOW: 'Cheapest first, in one currency.',
  }),
});

builder.queryField('orders', (t) =>
  t.field({
    type: OrderConnection,
    description: 'The orders that this viewer may see, a page at a time.',
    args: {
      filter: t.arg({ type: OrderFilterInput, description: 'Which orders; all where not given.' }),
      orderBy: t.arg({ type: OrderSort, defaultValue: 'NEWEST', description: 'How they are sorted.' }),
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
