import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';

const logger = new DefaultLogger('ERROR');

Runtime.install({
  logger,
  shutdownSignals: [],
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

/** The workflow code as it is. */
export const theWorkflows = new URL('../../src/workflows/index.ts', import.meta.url);

/** Workflow code as a worker takes it, on a runtime that tells of nothing but errors. */
export const bundled = (workflows: URL) => bundleWorkflowCode({ workflowsPath: fileURLToPath(workflows), logger });
