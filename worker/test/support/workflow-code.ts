import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type InjectedSinks } from '@temporalio/worker';
import { bundledWorkflows } from '@waybill/bundles';
import { logger } from '@waybill/orders-client/testing/runtime';
import { besideWorkflows } from '../../src/assembly/workflow-bundle.ts';
import type { OrderBookSinks } from '../../src/index.ts';

/** The workflow code as it is. */
export const theWorkflows = new URL('../../src/workflows/index.ts', import.meta.url);

/** Whoever replays a history writes nothing into the book. */
export const noSinks: InjectedSinks<OrderBookSinks> = {
  orderBook: { tell: { fn: () => undefined }, tellRun: { fn: () => undefined } },
};

type Bundle = { code: string };

const make = async (href: string): Promise<Bundle> =>
  href === theWorkflows.href
    ? { code: await readFile(await bundledWorkflows(), 'utf8') }
    : bundleWorkflowCode({ ...besideWorkflows, workflowsPath: fileURLToPath(href), logger });

const bundles = new Map<string, Promise<Bundle>>();

/** Workflow code as a worker takes it; made once a process, and our own once for all. */
export function bundled({ href }: URL): Promise<Bundle> {
  const bundle = bundles.get(href) ?? make(href);
  bundles.set(href, bundle);
  return bundle;
}
