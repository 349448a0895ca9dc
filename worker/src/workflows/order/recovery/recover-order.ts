import { CancellationScope, workflowInfo } from '@temporalio/workflow';
import { isClosed, type OrderOutcome, type PlacedOrder } from '@waybill/contracts/domain';
import { isText, readInput } from '../../shared/state/read-input.ts';
import { askProviders, takeOverOrder } from '../activities/proxies.ts';
import { OrderRecovery } from './order-recovery.ts';

type LostOrder = Pick<PlacedOrder, 'orderId' | 'shippingQueue'>;

/**
 * Ends an order whose own workflow ended first. If the carrier has the package, the order has shipped; otherwise every
 * compensation of its plan is run, newest first, whatever its journal says: the book may lag, and each compensation is
 * safe if its step never ran. Completes with null if there is nothing to recover.
 */
export async function recoverOrder(input: LostOrder): Promise<OrderOutcome | null> {
  const { orderId, shippingQueue } = readInput(input, { orderId: isText });
  return CancellationScope.nonCancellable(async () => {
    const orderRef = { orderId, correlationId: workflowInfo().runId };
    const { left } = await takeOverOrder(orderRef);
    if (!left) return null;

    const recovery = new OrderRecovery(left, orderRef, shippingQueue);
    const { shipment, payment } = await askProviders(orderRef);
    const { status } = recovery.order.state;
    if (status === 'SHIPPED') await recovery.begin();
    else if (shipment?.status === 'DISPATCHED' && !isClosed(status)) await recovery.ship(shipment, payment);
    else await recovery.compensate();

    await recovery.notifyCustomer();
    return recovery.close();
  });
}
