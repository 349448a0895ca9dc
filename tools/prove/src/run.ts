import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { missing } from './needs.ts';
import type { Proof } from './proof.ts';
import { type Result, summary } from './summary.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs one proof, with its output on this terminal. In CI nothing may be missing. */
function prove({ name, shows, needs, command, env }: Proof): Result {
  console.log(`\n== ${name}: ${shows}`);
  const lacking = missing(needs, process.env);
  if (lacking.length > 0 && !process.env.CI) {
    return { name, seconds: 0, outcome: 'skipped', why: `there is no ${lacking.join(', no ')} on this machine` };
  }
  const started = Date.now();
  const [program, ...args] = command;
  const { status } = spawnSync(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'failed'} after ${seconds} s`);
  return { name, seconds, outcome: status === 0 ? 'passed' : 'failed' };
}

/** Runs the proofs that are named, or all of them, one after another; the exit code is 1 if one failed. */
export function runProofs(proofs: readonly Proof[], wanted: readonly string[]): void {
  const unknown = wanted.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) {
    console.error(`There is no proof named ${unknown.join(', ')}: ${proofs.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  const results = proofs.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(prove);
  console.log(`\n${summary(results).join('\n')}`);
  if (results.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
}
