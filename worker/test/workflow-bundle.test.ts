import { fileURLToPath } from 'node:url';
import { BadSettings } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { workflowBundleFrom } from '../src/assembly/workflow-bundle.ts';

test.each([
  ['a file that is not there', '/nowhere.js', 'must be a file that can be read (ENOENT)'],
  ['a folder', '/', 'must be a file that can be read (EISDIR)'],
  [
    'a file that is no bundle',
    fileURLToPath(import.meta.url),
    'must be a file that `worker/src/bundle.ts` has written',
  ],
])('%s in place of the workflow bundle is refused under its setting', async (_, file, why) => {
  const settings = { WAYBILL_WORKFLOW_BUNDLE: file, WAYBILL_PAYLOAD_KEYS: undefined };

  await expect(workflowBundleFrom(settings)).rejects.toThrow(new BadSettings(`WAYBILL_WORKFLOW_BUNDLE: ${why}`));
});
