import { mkdir, writeFile } from 'node:fs/promises';
import { generated, target } from './generate.ts';

await mkdir(new URL('./', target), { recursive: true });
await writeFile(target, await generated());
