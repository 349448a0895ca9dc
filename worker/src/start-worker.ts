import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { orderBookClient } from '@waybill/order-book-client';
import { type Service, serviceTokenFrom } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { activitiesWith } from './activities/index.ts';
import { scheduleAudit } from './audit-schedule.ts';
import type { WorkerSettings } from './settings.ts';
import { auditQueueIn, openWorkers, runAll, servedBy, type WorkersParts } from './workers.ts';

type Means = Pick<WorkersParts, 'workflowBundle'> & { onFailure: (error: unknown) => void };

/** Takes on the work that the settings name, and has the books audited by whoever works on orders. */
export async function startWorker(
  settings: WorkerSettings,
  { workflowBundle, onFailure }: Means,
): Promise<Service & { taskQueues: string[] }> {
  const serviceToken = serviceTokenFrom(settings);
  const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
  const providers = providersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, serviceToken });
  const book = orderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, serviceToken });
  const activities = activitiesWith(
    { providers, book, client },
    {
      labelHeartbeatMs: settings.WAYBILL_LABEL_HEARTBEAT,
      taskQueue: settings.WAYBILL_ORDERS_QUEUE,
      shippingQueue: settings.WAYBILL_SHIPPING_QUEUE,
    },
  );

  const stopWorkers = runAll(await openWorkers({ connection, workflowBundle, activities, settings }), onFailure);
  if (settings.WAYBILL_WORKER_QUEUES.includes('orders'))
    await scheduleAudit(client, { everyMs: settings.WAYBILL_AUDIT_EVERY, taskQueue: auditQueueIn(settings) });

  return {
    taskQueues: [...servedBy(settings).keys()],
    stop: async () => {
      await stopWorkers();
      await Promise.all([connection.close(), providers.close(), book.close()]);
    },
  };
}
