import { builder } from '../builder.ts';
import { calls, callsToFind } from '../call-cost.ts';
import { describeValues } from '../describe-values.ts';
import { OrderEvent, seqOf } from './event.ts';
import { OrderFilterInput, parseFilter } from './filter.ts';
import { Order } from './order.ts';
import type { OrdersChange as Change } from './port.ts';
import { subscribeVisible } from './visibility.ts';

// How to follow one.

const id = 'The id of an order that this viewer may see.';

builder.subscriptionField('orderChanged', (t) =>
  t.field({
    type: Order,
    description: 'The order as it is, then after every change, the latest winning; completes when the order is done.',
    args: { id: t.arg.id({ required: true, description: id }) },
    complexity: calls(callsToFind + 2),
    subscribe: (_, args, context) => subscribeVisible(args.id, context, () => context.orders.watch(args.id)),
    resolve: (order) => order,
  }),
);

builder.subscriptionField('orderEvents', (t) =>
  t.field({
    type: OrderEvent,
    description: 'Every entry of its journal once, in order, from any cursor; completes when the order is done.',
    args: {
      id: t.arg.id({ required: true, description: id }),
      after: t.arg({ type: 'Cursor', description: 'Only what came after this entry; all where not given.' }),
    },
    complexity: calls(callsToFind + 3),
    subscribe: (_, args, context) =>
      subscribeVisible(args.id, context, () => context.orders.events(args.id, seqOf(args.after))),
    resolve: (event) => event,
  }),
);

// How to follow many.

const OrdersChangeKind = builder.enumType('OrdersChangeKind', {
  description: 'What a change means to a list.',
  values: describeValues(['MATCHES', 'LEFT'], {
    MATCHES: 'The order is among those asked for, new or changed.',
    LEFT: 'It was before this change, and no longer is.',
  }),
});

const OrdersChange = builder.objectRef<Change>('OrdersChange').implement({
  description: 'A change of one order in a list that is followed.',
  fields: (t) => ({
    kind: t.expose('kind', { type: OrdersChangeKind, description: 'What it means to the list.' }),
    order: t.expose('order', { type: Order, description: 'The order after it.' }),
    cursor: t.expose('cursor', { type: 'Cursor', description: 'To go on after it.' }),
  }),
});

builder.subscriptionField('ordersChanged', (t) =>
  t.field({
    type: OrdersChange,
    description: 'Every change among the orders that this viewer may see, for lists and the approval queue.',
    args: {
      filter: t.arg({ type: OrderFilterInput, description: 'Which orders; all where not given.' }),
      after: t.arg({
        type: 'Cursor',
        description:
          'Only what came after: from `OrderConnection.changesCursor` or an earlier change. From now where not given.',
      }),
    },
    // Where a page of the feed is read for this reader alone, it is paid for when it is read.
    complexity: calls(3),
    subscribe: (_, { filter, after }, context) => context.orders.changes(parseFilter(filter, context), after ?? null),
    resolve: (change) => change,
  }),
);
