import { Client } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { serviceTokenFrom } from '@waybill/contracts/settings';
import { createOrderBookClient } from '@waybill/order-book-client';
import { dataConverterFrom, engineConnectionFrom, tracedEngine } from '@waybill/orders-client';
import type { Service } from '@waybill/platform';
import { createProvidersClient } from '@waybill/providers-client';
import { createActivities } from '../activities/index.ts';
import { activitySettingsFrom, auditFrom, servedBy, type WorkerSettings } from '../settings.ts';
import { createAuditMetrics } from '../telemetry/audit-metrics.ts';
import { restoreLastAudit } from '../telemetry/last-audit.ts';
import { engineRefusal } from './engine-refusal.ts';
import { orderBookSinks } from './order-book-sinks.ts';
import { scheduleUpkeep } from './schedules.ts';
import { requireServiceToken } from './service-token.ts';
import { openWorkers, runAll, type WorkersParts } from './workers.ts';

type Means = Pick<WorkersParts, 'workflowBundle'> & { onFailure: (error: unknown) => void };

/** Serves the queues that the settings name, and schedules the maintenance if orders are among them. */
export async function startWorker(
  settings: WorkerSettings,
  { workflowBundle, onFailure }: Means,
): Promise<Service & { taskQueues: string[] }> {
  const neighbours = neighboursFrom(settings);
  await requireServiceToken(neighbours);
  const connection = await connectionTo(settings);
  const client = new Client({
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    ...dataConverterFrom(settings),
    ...tracedEngine(),
  });
  const activities = createActivities({ ...neighbours, client }, activitySettingsFrom(settings));
  const { logger, metricMeter } = Runtime.instance();
  const audit = auditFrom(settings);
  const metrics = audit && createAuditMetrics(metricMeter, audit.everyMs);
  const sinks = { ...orderBookSinks(neighbours.book, logger), ...metrics?.sinks };
  const workers = await openWorkers({ connection, workflowBundle, activities, sinks, settings });
  const stopWorkers = runAll(workers, onFailure);
  if (audit) await scheduleUpkeep(client, audit);
  const warn = (message: string, fields?: { error: unknown }) => logger.warn(message, fields);
  const restored = metrics && restoreLastAudit(client, metrics, warn).catch(onFailure);

  return {
    taskQueues: servedBy(settings).map(([taskQueue]) => taskQueue),
    stop: async () => {
      await stopWorkers();
      await restored;
      await Promise.all([connection.close(), neighbours.close()]);
    },
  };
}

/** How long the engine may take to describe the namespace. */
const describeMs = 10_000;

/** Connects to the engine and looks for the namespace; an error names the settings at fault. */
async function connectionTo(settings: WorkerSettings): Promise<NativeConnection> {
  const options = engineConnectionFrom(settings);
  try {
    const connection = await NativeConnection.connect(options);
    await connection.withDeadline(Date.now() + describeMs, () =>
      connection.workflowService.describeNamespace({ namespace: settings.TEMPORAL_NAMESPACE }),
    );
    return connection;
  } catch (error) {
    throw engineRefusal(error, settings);
  }
}

/** The clients of a worker. */
export function neighboursFrom(settings: WorkerSettings) {
  const serviceToken = serviceTokenFrom(settings);
  const providers = createProvidersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, serviceToken });
  const book = createOrderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, serviceToken });
  return { providers, book, close: () => Promise.all([providers.close(), book.close()]) };
}
