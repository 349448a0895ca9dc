import type { OrderDetailsFragment, Waybill } from '@waybill/client';
import { notFound } from '../problems/problems.ts';

/** Returns the order; throws "not found" when there is none that the viewer may see. */
export async function findOrder(client: Waybill, id: string, signal: AbortSignal): Promise<OrderDetailsFragment> {
  const order = await client.orders.get(id, { signal });
  if (!order) throw notFound('ORDER_NOT_FOUND', `There is no order ${id}`);
  return order;
}
