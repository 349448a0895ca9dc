import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { fulfillment } from '@waybill/contracts/domain';
import { logger } from './runtime.ts';

let bundled: Promise<WorkflowBundleWithSourceMap> | undefined;
const bundle = () =>
  (bundled ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./test-workflows.ts', import.meta.url)),
    logger,
  }));

/** A worker of the simplified workflow that a test can stop and start. */
export async function startStageWorker(
  engine: { address: string; namespace: string },
  activities: object,
  version: Pick<WorkerOptions, 'workerDeploymentOptions'> = {},
) {
  const connection = await NativeConnection.connect({ address: engine.address });
  let running: { worker: Worker; done: Promise<void> } | undefined;

  const startWorker = async () => {
    const worker = await Worker.create({
      connection,
      namespace: engine.namespace,
      activities,
      taskQueue: fulfillment.taskQueue,
      workflowBundle: await bundle(),
      ...version,
      maxHeartbeatThrottleInterval: '50ms',
      shutdownGraceTime: '1ms',
    });
    running = { worker, done: worker.run() };
  };
  const stopWorker = async () => {
    running?.worker.shutdown();
    await running?.done;
    running = undefined;
  };

  await startWorker();
  return {
    startWorker,
    stopWorker,
    closeWorker: async () => {
      await stopWorker();
      await connection.close();
    },
  };
}
