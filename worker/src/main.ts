import { bundleWorkflowCode, NativeConnection, Runtime } from '@temporalio/worker';
import { orderBookClient } from '@waybill/order-book-client';
import { openLog, readSettings, runService } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { ordersActivities, shippingActivities } from './activities/index.ts';
import { engineLog } from './engine-log.ts';
import { WorkerSettings } from './settings.ts';
import { openWorkers } from './workers.ts';

const settings = readSettings(WorkerSettings, process.env);
const log = openLog('worker', settings.LOG_LEVEL);
Runtime.install({
  logger: engineLog(log),
  shutdownSignals: [],
  telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'WARN' } } },
});

await runService(log, async () => {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: new URL('./workflows/index.ts', import.meta.url).pathname,
    logger: engineLog(log),
  });
  const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
  const providers = providersClient({ baseUrl: settings.WAYBILL_CHAOS_URL });
  const book = orderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL });

  const workers = await openWorkers({
    connection,
    workflowBundle,
    namespace: settings.TEMPORAL_NAMESPACE,
    queues: settings.WAYBILL_WORKER_QUEUES,
    activities: {
      orders: ordersActivities(providers, book),
      shipping: shippingActivities(providers, { labelHeartbeatMs: settings.WAYBILL_LABEL_HEARTBEAT }),
    },
    limits: {
      maxConcurrentActivityTaskExecutions: settings.WAYBILL_WORKER_ACTIVITIES,
      maxConcurrentWorkflowTaskExecutions: settings.WAYBILL_WORKER_WORKFLOW_TASKS,
    },
    ...(settings.WAYBILL_WORKER_IDENTITY ? { identity: settings.WAYBILL_WORKER_IDENTITY } : {}),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  running.catch((error: unknown) => {
    log.fatal({ error: String(error) }, 'a worker stopped');
    process.exit(1); // whoever supervises this process starts another
  });
  log.info({ queues: settings.WAYBILL_WORKER_QUEUES }, 'worker is polling');
  process.send?.({ ready: true });

  return {
    stop: async () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await Promise.all([connection.close(), providers.close(), book.close()]);
    },
  };
});
