import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { calls, callsToFind } from '../cost/call-cost.ts';
import { seqOf } from '../journal/cursor.ts';
import { OrderEvent } from './event.ts';
import { OrderFilterInput, parseFeedFilter } from './filter.ts';
import { Order } from './order.ts';
import type { OrdersChange as Change } from './port.ts';
import { subscribeVisible } from './visibility.ts';

// How to follow one.

const id = 'Id of an order that is visible to the viewer.';

builder.subscriptionField('orderChanged', (t) =>
  t.field({
    type: Order,
    description:
      'The current order, then the order after each change; a slow subscriber may skip to the latest. Completes when the order is closed.',
    args: { id: t.arg.id({ required: true, description: id }) },
    complexity: calls(callsToFind + 2),
    subscribe: (_, args, context) => subscribeVisible(args.id, context, () => context.orders.watch(args.id)),
    resolve: (order) => order,
  }),
);

builder.subscriptionField('orderEvents', (t) =>
  t.field({
    type: OrderEvent,
    description:
      'Every journal entry exactly once, in order, optionally after a cursor. Completes when the order is closed.',
    args: {
      id: t.arg.id({ required: true, description: id }),
      after: t.arg({ type: 'Cursor', description: 'Only entries after this cursor; all entries if omitted.' }),
    },
    complexity: calls(callsToFind + 3),
    subscribe: (_, args, context) =>
      subscribeVisible(args.id, context, () => context.orders.events(args.id, seqOf(args.after))),
    resolve: (event) => event,
  }),
);

// How to follow many.

export const OrdersChangeKind = builder.enumType('OrdersChangeKind', {
  description: 'Effect of a change on the filtered list.',
  values: describeValues(['MATCHES', 'LEFT'], {
    MATCHES: 'The order matches the filter: it is new or has changed.',
    LEFT: 'The order matched before this change, and no longer does.',
  }),
});

const OrdersChange = builder.objectRef<Change>('OrdersChange').implement({
  description: 'A change of one order in a filtered list.',
  fields: (t) => ({
    kind: t.expose('kind', { type: OrdersChangeKind, description: 'Effect on the filtered list.' }),
    order: t.expose('order', { type: Order, description: 'The order after the change.' }),
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor to resume after this change.' }),
  }),
});

builder.subscriptionField('ordersChanged', (t) =>
  t.field({
    type: OrdersChange,
    description: 'Changes of the orders visible to the viewer, for lists and approval queues.',
    args: {
      filter: t.arg({ type: OrderFilterInput, description: 'Conditions on the orders; all orders if omitted.' }),
      after: t.arg({
        type: 'Cursor',
        description:
          'Only changes after this cursor, taken from `OrderConnection.changesCursor` or an earlier change. Starts now if omitted.',
      }),
    },
    // Pages of the feed that are read for one subscriber alone are charged when they are read.
    complexity: calls(3),
    subscribe: (_, { filter, after }, context) =>
      context.orders.changes(parseFeedFilter(filter, context), after ?? null),
    resolve: (change) => change,
  }),
);
