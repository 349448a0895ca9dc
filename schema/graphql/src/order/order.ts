import { orderStatuses } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import type { OrderSnapshot } from './desk.ts';

// What an order looks like.

const OrderStatus = builder.enumType('OrderStatus', { values: orderStatuses });

export const Order = builder.objectRef<OrderSnapshot>('Order').implement({
  description: 'What a customer asked for, and how far it has come.',
  fields: (t) => ({
    id: t.exposeID('orderId'),
    customerId: t.exposeID('customerId'),
    status: t.field({ type: OrderStatus, resolve: ({ status }) => status }),
    progress: t.exposeInt('progress'),
    revision: t.exposeInt('revision'),
  }),
});

// How to ask for one.

builder.queryField('order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, { orders }) => orders.find(id),
  }),
);

// How to follow one.

builder.subscriptionField('orderChanged', (t) =>
  t.field({
    type: Order,
    args: { id: t.arg.id({ required: true }) },
    subscribe: (_, { id }, { orders }) => orders.watch(id),
    resolve: (order) => order,
  }),
);
