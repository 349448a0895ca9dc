import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';
import type { WorkerSettings } from './settings.ts';

type Bundling = Pick<Parameters<typeof bundleWorkflowCode>[0], 'logger'>;

/** Makes the bundle of all workflows, which takes seconds. */
export const makeBundle = (bundling: Bundling = {}) =>
  bundleWorkflowCode({ ...bundling, workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)) });

/** The bundle that was made before, where the settings name one; else a new one. */
export const workflowBundleFrom = async (
  { WAYBILL_WORKFLOW_BUNDLE: codePath }: Pick<WorkerSettings, 'WAYBILL_WORKFLOW_BUNDLE'>,
  bundling: Bundling = {},
): Promise<NonNullable<WorkerOptions['workflowBundle']>> => (codePath ? { codePath } : makeBundle(bundling));
