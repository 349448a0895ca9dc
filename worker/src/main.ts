import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, Runtime } from '@temporalio/worker';
import { faultLine, runService, settingsOf } from '@waybill/platform';
import { engineLog } from './engine-log.ts';
import { startWorker } from './start-worker.ts';

const { settings, log } = settingsOf('worker');
const logger = engineLog(log);
Runtime.install({
  logger,
  shutdownSignals: [],
  telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'WARN' } } },
});

await runService(log, async () => {
  const workflowsPath = fileURLToPath(new URL('./workflows/index.ts', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
  const onFailure = (error: unknown) => {
    log.fatal({ error: faultLine(error) }, 'a worker stopped');
    process.exit(1); // whoever supervises this process starts another
  };
  const worker = await startWorker(settings, { workflowBundle, onFailure });
  log.info({ queues: worker.taskQueues }, 'worker is polling');
  process.send?.({ ready: true });
  return worker;
});
