import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';
import type { WorkerSettings } from '../settings.ts';

type Bundling = Pick<Parameters<typeof bundleWorkflowCode>[0], 'logger'>;
type Settings = Pick<WorkerSettings, 'WAYBILL_WORKFLOW_BUNDLE' | 'WAYBILL_PAYLOAD_KEYS'>;

const pathOf = (file: string) => fileURLToPath(new URL(`../workflows/${file}`, import.meta.url));

/** The modules of every bundle besides the workflows. */
export const besideWorkflows = {
  failureConverterPath: pathOf('shared/activities/failure-converter.ts'),
  workflowInterceptorModules: [pathOf('shared/activities/trace-headers.ts')],
};

/** Makes the bundle of all workflows, which takes seconds. */
export const makeBundle = (bundling: Bundling = {}) =>
  bundleWorkflowCode({ ...bundling, ...besideWorkflows, workflowsPath: pathOf('index.ts') });

/** The prebuilt bundle if the settings name one; otherwise a new one. */
export async function workflowBundleFrom(
  { WAYBILL_WORKFLOW_BUNDLE: file, WAYBILL_PAYLOAD_KEYS: keys }: Settings,
  bundling: Bundling = {},
): Promise<NonNullable<WorkerOptions['workflowBundle']>> {
  if (!keys) return file ? { codePath: file } : makeBundle(bundling);
  const code = file ? await readFile(file, 'utf8') : (await makeBundle(bundling)).code;
  return { code: `globalThis.waybillEncodesFailures = true;${code}` };
}
