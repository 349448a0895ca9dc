import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { shipment } from '@waybill/contracts/words';
import type { Queue } from './settings.ts';

export type WorkersSettings = {
  connection: NativeConnection;
  namespace?: string;
  queues: readonly Queue[];
  activities: Record<Queue, object>;
  /** The bundle of all workflows: made once, shared by every worker of a process. */
  workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  identity?: string;
  limits?: Pick<WorkerOptions, 'maxConcurrentActivityTaskExecutions' | 'maxConcurrentWorkflowTaskExecutions'>;
};

/** One worker for each queue. */
export const openWorkers = ({
  connection,
  namespace,
  queues,
  activities,
  workflowBundle,
  identity,
  limits,
}: WorkersSettings) =>
  Promise.all(
    queues.map((taskQueue) =>
      Worker.create({
        connection,
        taskQueue,
        workflowBundle,
        activities: activities[taskQueue],
        // A heartbeat is what people watch a label grow by: it goes out when it is made.
        maxHeartbeatThrottleInterval: '500ms',
        defaultHeartbeatThrottleInterval: '500ms',
        shutdownGraceTime: taskQueue === shipment.taskQueue ? '2s' : '1s',
        ...(namespace ? { namespace } : {}),
        ...(identity ? { identity: `${identity}/${taskQueue}` } : {}),
        ...limits,
      }),
    ),
  );
