import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { logger } from '@waybill/orders-client/testing/runtime';

/** The workflow code as it is. */
export const theWorkflows = new URL('../../src/workflows/index.ts', import.meta.url);

const bundles = new Map<string, ReturnType<typeof bundleWorkflowCode>>();

/** Workflow code as a worker takes it, on a runtime that tells of nothing but errors; made once a process. */
export function bundled({ href }: URL): ReturnType<typeof bundleWorkflowCode> {
  const bundle = bundles.get(href) ?? bundleWorkflowCode({ workflowsPath: fileURLToPath(href), logger });
  bundles.set(href, bundle);
  return bundle;
}
