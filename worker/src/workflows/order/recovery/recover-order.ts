import { CancellationScope, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { isClosed, type OrderOutcome, type PlacedOrder } from '@waybill/contracts/words';
import type { RecoveryActivities } from '../../../activities/recovery.ts';
import { forever, neverGivesUp } from '../activities/patience.ts';
import { recoveryOf } from './recovery.ts';

const { takeOverOrder } = proxyActivities<RecoveryActivities>({ ...forever, startToCloseTimeout: '60s' });
const { askProviders } = proxyActivities<RecoveryActivities>(neverGivesUp);

type Lost = Pick<PlacedOrder, 'orderId' | 'shippingQueue'>;

/**
 * Ends an order whose own workflow has ended before it. Where the carrier has the parcel, the order has shipped; else
 * every compensation of its plan is run, newest first, whatever its journal says: the book may lag behind, and each is
 * safe when its step never ran. Completes with null when there is nothing to recover.
 */
export async function recoverOrder({ orderId, shippingQueue }: Lost): Promise<OrderOutcome | null> {
  return CancellationScope.nonCancellable(async () => {
    const which = { orderId, correlationId: workflowInfo().runId };
    const { left } = await takeOverOrder(which);
    if (!left) return null;

    const { order, ...recovery } = recoveryOf(left, { ...which, shippingQueue });
    const { shipment, payment } = await askProviders(which);
    if (order.state.status === 'SHIPPED') await recovery.begin();
    else if (shipment?.status === 'DISPATCHED' && !isClosed(order.state.status)) await recovery.ship(shipment, payment);
    else await recovery.undoEverything();

    await recovery.notifyCustomer();
    return recovery.close();
  });
}
