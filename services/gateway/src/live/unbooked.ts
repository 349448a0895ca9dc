import type { BookedOrder } from '@waybill/contracts';
import type { Orders } from '@waybill/orders-client';

/**
 * The state, as it was placed, of an order whose workflow was ended from outside before the order book had it: it is lost, and
 * the next audit of the books has it recovered. Undefined where the engine does not have it either.
 */
export async function unbooked(orders: Pick<Orders, 'placedAs'>, orderId: string): Promise<BookedOrder | undefined> {
  const order = await orders.placedAs(orderId);
  return order && { order, fingerprint: '', attention: 'LOST', asOf: order.updatedAt };
}
