import { mkdir, writeFile } from 'node:fs/promises';
import { fieldNamesTarget, generatedFieldNames } from './field-names.ts';
import { generated, target } from './generate.ts';

await mkdir(new URL('./', target), { recursive: true });
await writeFile(target, await generated());
await writeFile(fieldNamesTarget, await generatedFieldNames());
