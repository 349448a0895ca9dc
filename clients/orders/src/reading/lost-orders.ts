import type { Client } from '@temporalio/client';
import { fulfillment, recovery, shipment } from '@waybill/contracts/domain';
import { createEngine } from '../engine/engine.ts';
import { createEndings, createRecoveries } from './recoveries.ts';

/** The task queues of recoveries and of shipments. */
export type RecoveryQueues = { taskQueue?: string; shippingQueue?: string };

/** Operations on orders whose workflow ended before the order did. */
export function createLostOrders(
  client: Client,
  { taskQueue = fulfillment.taskQueue, shippingQueue = shipment.taskQueue }: RecoveryQueues = {},
) {
  const { isRunning, terminate, cancel } = createEndings(client, createEngine(client));

  return {
    ...createRecoveries(client, {
      ...recovery,
      taskQueue,
      inputFor: (orderId) => ({ orderId, shippingQueue }),
      memoFor: (orderId) => ({ orderId }),
    }),

    /** Whether the order's workflow is running, for instance after a reset. */
    isRunning: (orderId: string) => isRunning(fulfillment.idFor(orderId)),

    /** Ends the order's own workflow and its shipment, so that only the recovery acts. */
    async end(orderId: string): Promise<void> {
      await terminate(fulfillment.idFor(orderId));
      await cancel(shipment.idFor(orderId));
    },
  };
}
