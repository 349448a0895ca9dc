import { writeFile } from 'node:fs/promises';
import { makeBundle } from './assembly/workflow-bundle.ts';

/** `node --import tsx worker/src/bundle.ts FILE` writes the bundle of all workflows there, for `WAYBILL_WORKFLOW_BUNDLE`. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('worker/src/bundle.ts FILE: the file is missing');
await writeFile(file, (await makeBundle()).code);
