import { builder } from '../builder/builder.ts';
import { Order } from './order.ts';
import type { OrderSnapshot } from './port.ts';

/** The result of a successful mutation. Each mutation has its own type, so that each can be extended. */
export const createPayload = <Result extends { order: OrderSnapshot }>(name: string, description: string) =>
  builder.objectRef<Result>(name).implement({
    description,
    fields: (t) => ({
      order: t.field({ type: Order, description: 'The order after the operation.', resolve: ({ order }) => order }),
    }),
  });
