import { fileURLToPath } from 'node:url';
import { type InjectedSinks, type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { dataConverterFrom } from '@waybill/orders-client';
import type { AuditSinks } from '../activities/book-audit.ts';
import type { OrderBookSinks } from '../activities/order-book.ts';
import { type Queue, servedBy, type WorkerSettings } from '../settings.ts';
import { tracedActivities } from '../telemetry/activity-spans.ts';

export type WorkersParts = {
  connection: NativeConnection;
  activities: Record<Queue, object>;
  sinks: InjectedSinks<OrderBookSinks> & Partial<InjectedSinks<AuditSinks>>;
  /** The bundle of all workflows: made once, shared by every worker of a process. */
  workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  settings: WorkerSettings;
};

/** One worker for each queue. */
export const openWorkers = ({ activities, settings, ...shared }: WorkersParts): Promise<Worker[]> =>
  Promise.all(
    servedBy(settings).map(([taskQueue, queue]) =>
      Worker.create({ ...shared, activities: activities[queue], ...optionsOf(taskQueue, settings) }),
    ),
  );

const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** If payloads are encrypted, the texts of failures are too; the default converter can read them. */
const encryptionFrom = (settings: WorkerSettings) => ({
  dataConverter: {
    ...dataConverterFrom(settings).dataConverter,
    ...(settings.WAYBILL_PAYLOAD_KEYS ? { failureConverterPath } : {}),
  },
});

/** How long a cancelled activity may take to return. */
const forceAfterMs = 10_000;

/** What identifies a worker. */
export const optionsOf = (taskQueue: string, settings: WorkerSettings) =>
  ({
    taskQueue,
    namespace: settings.TEMPORAL_NAMESPACE,
    maxConcurrentActivityTaskExecutions: settings.WAYBILL_WORKER_ACTIVITIES,
    maxConcurrentWorkflowTaskExecutions: settings.WAYBILL_WORKER_WORKFLOW_TASKS,
    // Heartbeats are not throttled: they carry the visible progress of a label.
    maxHeartbeatThrottleInterval: '500ms',
    defaultHeartbeatThrottleInterval: '500ms',
    shutdownGraceTime: settings.WAYBILL_WORKER_GRACE,
    // Activities that ignore their cancellation do not keep the process alive.
    shutdownForceTime: settings.WAYBILL_WORKER_GRACE + forceAfterMs,
    workerDeploymentOptions: deploymentOf(settings),
    ...encryptionFrom(settings),
    ...tracedActivities(),
    ...(settings.WAYBILL_WORKER_IDENTITY ? { identity: `${settings.WAYBILL_WORKER_IDENTITY}/${taskQueue}` } : {}),
  }) satisfies WorkerOptions;

/** Runs the workers. Returns a function that stops them and waits for their running work. */
export function runAll(workers: readonly Worker[], onFailure: (error: unknown) => void): () => Promise<void> {
  const running = Promise.all(workers.map((worker) => worker.run()));
  running.catch(onFailure);
  return async () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  };
}

/**
 * Orders move to the newest build automatically: one that waits for a person would otherwise keep its old build.
 * Patches make this safe, and recorded histories prove it.
 */
function deploymentOf(settings: WorkerSettings): NonNullable<WorkerOptions['workerDeploymentOptions']> {
  const version = { deploymentName: settings.WAYBILL_WORKER_DEPLOYMENT, buildId: settings.WAYBILL_WORKER_BUILD_ID };
  return settings.WAYBILL_WORKER_VERSIONING === 'on'
    ? { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' }
    : { version, useWorkerVersioning: false };
}
