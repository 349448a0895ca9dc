import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Runtime } from '@temporalio/worker';
import { orderBookClient } from '@waybill/order-book-client';
import { runService, serviceTokenFrom, settingsOf } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { activitiesWith } from './activities/index.ts';
import { scheduleAudit } from './audit-schedule.ts';
import { engineLog } from './engine-log.ts';
import { openWorkers, runAll } from './workers.ts';

const { settings, log } = settingsOf('worker');
const logger = engineLog(log);
Runtime.install({
  logger,
  shutdownSignals: [],
  telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'WARN' } } },
});

await runService(log, async () => {
  const serviceToken = serviceTokenFrom(settings);
  const workflowsPath = fileURLToPath(new URL('./workflows/index.ts', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
  const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
  const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
  const providers = providersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, serviceToken });
  const book = orderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, serviceToken });
  const activities = activitiesWith(
    { providers, book, client },
    { labelHeartbeatMs: settings.WAYBILL_LABEL_HEARTBEAT },
  );

  const workers = await openWorkers({ connection, workflowBundle, activities, settings });
  const stopWorkers = runAll(workers, (error) => {
    log.fatal({ error: String(error) }, 'a worker stopped');
    process.exit(1); // whoever supervises this process starts another
  });
  if (settings.WAYBILL_WORKER_QUEUES.includes('orders')) await scheduleAudit(client, settings.WAYBILL_AUDIT_EVERY);
  log.info({ queues: settings.WAYBILL_WORKER_QUEUES }, 'worker is polling');
  process.send?.({ ready: true });

  return {
    stop: async () => {
      await stopWorkers();
      await Promise.all([connection.close(), providers.close(), book.close()]);
    },
  };
});
