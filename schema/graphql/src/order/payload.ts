import { builder } from '../builder.ts';
import { Order } from './order.ts';
import type { OrderSnapshot } from './port.ts';

/** The good answer of a mutation. Each mutation has its own, so that each can grow alone. */
export const createPayload = (name: string, description: string) =>
  builder.objectRef<{ order: OrderSnapshot }>(name).implement({
    description,
    fields: (t) => ({ order: t.expose('order', { type: Order, description: 'The order after the operation.' }) }),
  });
