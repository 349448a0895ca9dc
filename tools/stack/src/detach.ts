import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { refuseSecond, stateDirFrom } from './state-folder/hold.ts';
import { makeFolder } from './state-folder/make-folder.ts';
import { takeFolder } from './state-folder/marker.ts';

// Starts the stack in the background, and returns once it is ready or has failed. Only its owner can read its log.

const stateDir = freeStateDir();
makeFolder(join(stateDir, 'logs'));
const logFile = join(stateDir, 'logs', 'stack.log');
const log = openSync(logFile, 'w', 0o600);
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', main, '--no-sample', '--no-tokens'], {
  detached: true,
  stdio: ['ignore', log, log],
});
closeSync(log);
child.unref();

/** npx tells what it runs for. */
const waybill = process.env.npm_command === 'exec' ? 'npx --no waybill' : 'waybill';

let exit: number | null | undefined;
child.once('exit', (code) => {
  exit = code ?? 1;
});
for (;;) {
  const said = readFileSync(logFile, 'utf8');
  if (exit !== undefined || said.includes('Try it')) {
    process.stdout.write(said);
    if (exit === undefined)
      console.log(`It runs in the background (process ${child.pid}): \`${waybill} stop\` ends it.`);
    process.exit(exit === undefined ? 0 : 1);
  }
  await pause(100);
}

/** The folder, unless a stack is running in it, to which the log belongs. */
function freeStateDir(): string {
  try {
    const folder = stateDirFrom(process.env);
    takeFolder(folder);
    refuseSecond(folder);
    return folder;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
