import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench -- gateway fan-out 5` runs bench/gateway/fan-out.ts with the remaining arguments. */
const [folder = '', name = 'main', ...rest] = process.argv.slice(2);
const named = new URL(`./${folder}/${name}.ts`, import.meta.url);
const file = existsSync(named) ? named : new URL(`./${folder}/main.ts`, import.meta.url);
if (!folder || !existsSync(file)) throw new Error('npm run bench -- <folder> [name] [how many]: see bench/README.md');

process.argv = [process.argv[0] ?? '', fileURLToPath(file), ...(file === named ? rest : process.argv.slice(3))];
await import(file.href);
