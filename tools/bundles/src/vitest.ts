import { bundledWorkflows } from './index.ts';

/** The programs and workflows that tests start are bundled once, before the files that need them at the same moment. */
export async function setup(): Promise<void> {
  await bundledWorkflows({ say: console.error });
}
