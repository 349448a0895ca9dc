import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cloneRoot } from '../clone.ts';
import type { Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { type ExitCode, exitCodes } from '../problems/exit-codes.ts';

/** These commands call the programs of the stack in the clone that this program was built in. */
async function runScript({ output }: Context, name: string, ...args: string[]): Promise<ExitCode> {
  const root = cloneRoot();
  const stdio = output.isForPeople ? 'inherit' : (['inherit', 2, 2] as const); // its messages are not a result
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, `tools/stack/src/${name}.ts`), ...args], {
    cwd: root,
    stdio: typeof stdio === 'string' ? stdio : [...stdio],
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return code === 0 ? exitCodes.done : exitCodes.fault;
}

type Options = { detach?: boolean; sample?: boolean };

export const start: Run<Options> = async (context, { options }) => {
  if (options.detach) return startInBackground(context, options);
  return runScript(context, 'main', ...(options.sample === false ? ['--no-sample'] : []));
};

/** A sample order is drawn as it goes, for which a start in the background would have to wait. */
async function startInBackground(context: Context, { sample }: Options): Promise<ExitCode> {
  const exit = await runScript(context, 'detach');
  if (exit === exitCodes.done && sample !== false)
    context.note('No sample order is placed in the background: `waybill place --sku MUG-001:1 --watch` places one.');
  return exit;
}

export const stop = (context: Context): Promise<ExitCode> => runScript(context, 'stop');

export async function restart(context: Context): Promise<ExitCode> {
  await stop(context);
  return runScript(context, 'detach');
}
