import type { BookedOrder } from '@waybill/contracts';
import type { Orders } from '@waybill/orders-client';

/**
 * An order whose workflow was ended from outside before the book heard of it, as it was placed: it is lost, and the next
 * audit of the books has it recovered. Undefined for one that the engine does not know either.
 */
export async function unbooked(orders: Pick<Orders, 'placedAs'>, orderId: string): Promise<BookedOrder | undefined> {
  const order = await orders.placedAs(orderId);
  return order && { order, fingerprint: '', attention: 'LOST', asOf: order.updatedAt };
}
