import { faultLine, openTracing, runService, settingsOf } from '@waybill/platform';
import { startWorker } from './assembly/start-worker.ts';
import { workflowBundleFrom } from './assembly/workflow-bundle.ts';
import { engineLog } from './telemetry/engine-log.ts';
import { installRuntime, reportProcess } from './telemetry/telemetry.ts';

const { settings, log } = settingsOf('worker');

await runService(log, async () => {
  const tracing = await openTracing('worker', settings);
  const logger = engineLog(log);
  reportProcess(installRuntime(settings, logger).metricMeter);
  const workflowBundle = await workflowBundleFrom(settings, { logger });
  const onFailure = (error: unknown) => {
    log.fatal({ error: faultLine(error) }, 'a worker stopped');
    process.exit(1); // the supervisor of this process starts another
  };
  const worker = await startWorker(settings, { workflowBundle, onFailure });
  log.info({ queues: worker.taskQueues }, 'worker is polling');
  process.send?.({ ready: true });
  return { stop: () => worker.stop().finally(tracing.stop), stopsWithinMs: settings.WAYBILL_WORKER_GRACE };
});
