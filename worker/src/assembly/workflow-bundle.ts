import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkerOptions } from '@temporalio/worker';
import { BadSettings } from '@waybill/contracts/settings';
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

/** The prebuilt bundle if the settings name one; otherwise a new one. Throws `BadSettings` for a file that is no bundle. */
export async function workflowBundleFrom(
  { WAYBILL_WORKFLOW_BUNDLE: file, WAYBILL_PAYLOAD_KEYS: keys }: Settings,
  bundling: Bundling = {},
): Promise<NonNullable<WorkerOptions['workflowBundle']>> {
  const prebuilt = file && (await bundleAt(file));
  if (!keys) return file ? { codePath: file } : makeBundle(bundling);
  const code = prebuilt || (await makeBundle(bundling)).code;
  return { code: `globalThis.waybillEncodesFailures = true;${code}` };
}

/** A bundle ends with its source map, without which the SDK refuses it and names neither file nor setting. */
async function bundleAt(file: string): Promise<string> {
  const code = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadSettings(`WAYBILL_WORKFLOW_BUNDLE: must be a file that can be read (${error.code})`);
  });
  if (code.includes('//# sourceMappingURL=data:')) return code;
  throw new BadSettings('WAYBILL_WORKFLOW_BUNDLE: must be a file that `worker/src/bundle.ts` has written');
}
