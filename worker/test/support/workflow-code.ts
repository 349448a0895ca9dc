import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type InjectedSinks } from '@temporalio/worker';
import { logger } from '@waybill/orders-client/testing/runtime';
import type { OrderBookSinks } from '../../src/index.ts';
import { besideWorkflows } from '../../src/workflow-bundle.ts';

/** The workflow code as it is. */
export const theWorkflows = new URL('../../src/workflows/index.ts', import.meta.url);

/** Whoever replays a history writes nothing into the book. */
export const noSinks: InjectedSinks<OrderBookSinks> = {
  orderBook: { tell: { fn: () => undefined }, tellRun: { fn: () => undefined } },
};

const bundles = new Map<string, ReturnType<typeof bundleWorkflowCode>>();

/** Workflow code as a worker takes it, on a runtime that tells of nothing but errors; made once a process. */
export function bundled({ href }: URL): ReturnType<typeof bundleWorkflowCode> {
  const bundle =
    bundles.get(href) ?? bundleWorkflowCode({ ...besideWorkflows, workflowsPath: fileURLToPath(href), logger });
  bundles.set(href, bundle);
  return bundle;
}
