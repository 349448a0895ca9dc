import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const launcher = fileURLToPath(new URL('../../clients/cli/bin/waybill.js', import.meta.url));

export type Ended = { exit: number | null; stdout: string; stderr: string };

/** Runs the command line like a script: without a terminal, and without this machine's settings. */
export const waybill = (argv: readonly string[], env: Record<string, string>, stdin = ''): Promise<Ended> =>
  runNode([launcher, ...argv], env, stdin);

/** Runs Node as the command line is run. */
export const runNode = (argv: readonly string[], env: Record<string, string>, stdin = ''): Promise<Ended> =>
  run(process.execPath, argv, env, stdin);

/** Runs a program until it ends. */
export async function run(
  program: string,
  argv: readonly string[],
  env: Record<string, string>,
  stdin = '',
): Promise<Ended> {
  const child = spawn(program, argv, {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => undefined); // it may end before it has read all
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exit, stdout, stderr };
}
