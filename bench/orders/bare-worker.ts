import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';

/** The throughput of a worker with minimal activities, in a process of its own like the orders' workers. */
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.argv[2] ?? '' }),
  taskQueue: 'bare',
  activities: { nothing: async () => undefined },
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare-workflows.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  }),
  maxConcurrentActivityTaskExecutions: 100,
  maxConcurrentWorkflowTaskExecutions: 40,
});
process.send?.('ready');
await worker.run();
