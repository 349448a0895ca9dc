import type { BookedOrder } from '@waybill/contracts';
import type { Orders } from '@waybill/orders-client';

/**
 * The first state of an order that the order book does not have: its workflow has just started, or it was ended from outside
 * before it was recorded. Then it is lost, and the next audit starts its recovery. Undefined if the engine does not know it either.
 */
export async function beforeRecord(
  orders: Pick<Orders, 'placedAs' | 'isRunning'>,
  orderId: string,
): Promise<BookedOrder | undefined> {
  const order = await orders.placedAs(orderId);
  if (!order) return undefined;
  const attention = (await orders.isRunning(orderId)) ? null : 'LOST';
  return { order, fingerprint: '', attention, asOf: order.updatedAt };
}
