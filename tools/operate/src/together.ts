import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { missing } from '@waybill/prove';
import { proofs } from './proofs.ts';

/** They take long, and a person runs them before a release. */
const byPerson = ['versions', 'engine-postgres', 'compose', 'cluster'];

/** The proofs that a submission can be held to, one after another in one process: they share an engine and what is built. Vitest says how long each took. */
const held = proofs.filter(({ name }) => !byPerson.includes(name));
const lacking = held.filter(({ needs }) => missing(needs, process.env).length > 0);
for (const { name, needs } of lacking)
  console.log(`${name}: skipped, for want of ${missing(needs, process.env).join(', ')}`);

const files = held
  .filter((proof) => !lacking.includes(proof))
  .flatMap(({ command }) => command.filter((word) => word.startsWith('test/')));

const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'proofs', ...new Set(files)], {
  cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
