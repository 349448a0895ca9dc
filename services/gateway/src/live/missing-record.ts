import type { BookedOrder } from '@waybill/contracts';
import type { Orders } from '@waybill/orders-client';

/**
 * The first state of an order whose workflow was ended from outside before it was recorded in the order book: it is
 * lost, and the next audit starts its recovery. Undefined if the engine does not know it either.
 */
export async function lostBeforeRecord(
  orders: Pick<Orders, 'placedAs'>,
  orderId: string,
): Promise<BookedOrder | undefined> {
  const order = await orders.placedAs(orderId);
  return order && { order, fingerprint: '', attention: 'LOST', asOf: order.updatedAt };
}
