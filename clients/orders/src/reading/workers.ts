import proto, { type temporal } from '@temporalio/proto';
import type { Engine } from '../engine/engine.ts';
import { asOwnError } from '../engine/engine-faults.ts';

const { WORKER_VERSIONING_MODE_VERSIONED: versioned } = proto.temporal.api.enums.v1.WorkerVersioningMode;

/** A poller of a task queue; the engine lists it for minutes after its last poll. */
export type WorkerPresence = {
  identity: string;
  build: string | null;
  /** Its build as the engine routes tasks, `deployment:build`; null for a worker without versioning. */
  version: string | null;
  polledAt: Date | null;
};

/** Workers that the engine gives tasks to: those of a version, or those without versioning if it is null. */
export type TaskRoute = { version: string | null; is: 'current' | 'ramping'; percent: number };

/** The pollers of a task queue, and the versions that get its tasks. */
export type QueueWorkers = { pollers: WorkerPresence[]; routes: TaskRoute[] };

/** Those of the queue of orders, and those of the queue of shipments. */
export type Workers = { orders: QueueWorkers; shipments: QueueWorkers };

type TaskQueue = Pick<temporal.api.workflowservice.v1.DescribeTaskQueueResponse, 'pollers' | 'versioningInfo'>;
type Version = temporal.api.deployment.v1.IWorkerDeploymentVersion | null | undefined;

/** Reads the workers of both task queues. */
export const createWorkersRead =
  (engine: Pick<Engine, 'taskQueue'>, { taskQueue, shippingQueue }: { taskQueue: string; shippingQueue: string }) =>
  async (withinMs = 1_000): Promise<Workers> => {
    const workersOf = async (name: string): Promise<QueueWorkers> => {
      const { pollers, versioningInfo } = await engine.taskQueue(name, { withinMs }).catch(asOwnError);
      return { pollers: pollers.map(presenceOf), routes: routesOf(versioningInfo) };
    };
    const [orders, shipments] = await Promise.all([workersOf(taskQueue), workersOf(shippingQueue)]);
    return { orders, shipments };
  };

const presenceOf = ({ identity, deploymentOptions, lastAccessTime }: TaskQueue['pollers'][number]): WorkerPresence => ({
  identity: identity ?? '',
  polledAt: lastAccessTime ? new Date(Number(lastAccessTime.seconds) * 1_000) : null,
  build: deploymentOptions?.buildId || null,
  version: deploymentOptions?.workerVersioningMode === versioned ? nameOf(deploymentOptions) : null,
});

/** A ramping version takes its percentage from the current one, or from the workers without versioning. */
function routesOf(info: TaskQueue['versioningInfo']): TaskRoute[] {
  const ramping = info?.rampingVersionPercentage ?? 0;
  const routes: TaskRoute[] = [
    { version: nameOf(info?.currentDeploymentVersion), is: 'current', percent: 100 - ramping },
    { version: nameOf(info?.rampingDeploymentVersion), is: 'ramping', percent: ramping },
  ];
  return routes.filter(({ percent }) => percent > 0);
}

const nameOf = (version: Version): string | null =>
  version?.buildId ? `${version.deploymentName}:${version.buildId}` : null;
