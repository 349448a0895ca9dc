import { orderSorts } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { calls, callsToFind } from '../cost/call-cost.ts';
import { createConnection } from '../page/connection.ts';
import { pageArguments, pageCost, parsePage } from '../page/page.ts';
import { selects } from '../page/selects.ts';
import { OrderFilterInput, parseFilter } from './filter.ts';
import { Order } from './order.ts';
import type { OrderPage, OrderSnapshot } from './port.ts';
import { findVisible } from './visibility.ts';

// How to query one by id.

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

// How to query many.

const OrderConnection = createConnection<OrderSnapshot, OrderPage>(Order, {
  name: 'Order',
  description: 'A page of orders.',
  entries: 'orders',
  entry: 'order',
});

builder.objectFields(OrderConnection, (t) => ({
  totalCount: t.exposeInt('totalCount', {
    nullable: true,
    complexity: calls(1),
    description: 'Total number of matching orders; counted only when selected.',
  }),
  changesCursor: t.expose('changesCursor', {
    type: 'Cursor',
    description: 'Cursor for `ordersChanged`, so that no change after this page is missed.',
  }),
}));

const OrderSort = builder.enumType('OrderSort', {
  description: 'Sort order of a list of orders.',
  values: describeValues(orderSorts, {
    NEWEST: 'Newest first.',
    OLDEST: 'Oldest first.',
    TOTAL_HIGH: 'Highest total first; only orders in `filter.currencyCode`, or in USD if that is omitted.',
    TOTAL_LOW: 'Lowest total first; only orders in `filter.currencyCode`, or in USD if that is omitted.',
    RECENTLY_UPDATED: 'Last updated first.',
    DEADLINE: 'Orders that await approval first, by deadline, soonest first; then all others, newest first.',
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
