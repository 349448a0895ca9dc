import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@waybill/contracts/settings';
import { commandLineOf } from './command-line.ts';

/** A process as it was when it was started: its pid may belong to another one by now. */
type Known = { name: string; pid: number; commandLine: string };
type Register = { stack: Known; processes: Known[] };

/** Another stack works in the same folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/** The folder's owner: it knows which processes are its own, and another stack stays out. */
export type Held = { add: (name: string, pid: number) => void; release: () => void };

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a stack keeps everything: npm runs it in the folder of the product, which a path is then seen from. */
export const stateDirFrom = (env: NodeJS.ProcessEnv) => resolve(root, readSettings('stack', env).WAYBILL_STATE_DIR);

const registerIn = (stateDir: string) => join(stateDir, 'stack.json');

/** Takes the folder for this process, after ending what a stack that was killed has left behind. */
export async function holdStateFolder(stateDir: string, say: (line: string) => void): Promise<Held> {
  markAsOurs(stateDir);
  await endLeftovers(stateDir, say);
  const register: Register = { stack: known('stack', process.pid), processes: [] };
  create(registerIn(stateDir), register, stateDir);
  return {
    add: (name, pid) => {
      register.processes = [...register.processes.filter((it) => it.name !== name), known(name, pid)];
      write(registerIn(stateDir), register);
    },
    release: () => rmSync(registerIn(stateDir), { force: true }),
  };
}

/** Clears the folder. One that no stack has made is left alone, whatever a setting says. */
export async function clearStateFolder(stateDir: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(stateDir)) return;
  if (!existsSync(markIn(stateDir))) throw new Error(`${stateDir} is no folder of a Waybill stack: nothing is cleared`);
  await endLeftovers(stateDir, say);
  rmSync(stateDir, { recursive: true });
}

const markIn = (stateDir: string) => join(stateDir, 'README');

function markAsOurs(stateDir: string): void {
  mkdirSync(stateDir, { recursive: true });
  if (existsSync(markIn(stateDir))) return;
  if (readdirSync(stateDir).length > 0)
    throw new Error(`${stateDir} holds other things: choose another WAYBILL_STATE_DIR`);
  writeFileSync(markIn(stateDir), 'Databases and logs of a Waybill stack. `npm run reset` clears them.\n');
}

/** Ends what an earlier stack has left, and nothing else. Refuses when that stack still lives. */
async function endLeftovers(stateDir: string, say: (line: string) => void): Promise<void> {
  const register = read(registerIn(stateDir));
  if (!register) return;
  if (lives(register.stack)) throw inUse(stateDir, register.stack.pid);
  const leftovers = register.processes.filter(lives);
  if (leftovers.length > 0) say(`Ending what an earlier stack left: ${leftovers.map(({ name }) => name).join(', ')}`);
  await Promise.all(leftovers.map(end));
  rmSync(registerIn(stateDir), { force: true });
}

async function end(leftover: Known, graceMs = 10_000): Promise<void> {
  const deadline = Date.now() + graceMs;
  signal(leftover, 'SIGTERM');
  while (lives(leftover)) {
    if (Date.now() > deadline) signal(leftover, 'SIGKILL');
    await pause(50);
  }
}

function signal(leftover: Known, name: NodeJS.Signals): void {
  try {
    process.kill(leftover.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself meanwhile
  }
}

const known = (name: string, pid: number): Known => ({ name, pid, commandLine: commandLineOf(pid) ?? '' });

const lives = ({ pid, commandLine }: Known) => commandLine !== '' && commandLineOf(pid) === commandLine;

const inUse = (stateDir: string, pid: number) =>
  new AlreadyRunning(
    `A stack runs already in ${stateDir} (process ${pid}): stop it, or choose another WAYBILL_STATE_DIR`,
  );

/** Fails when two stacks are started at the same moment: one of them creates the file. */
function create(file: string, register: Register, stateDir: string): void {
  try {
    writeFileSync(file, JSON.stringify(register), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw inUse(stateDir, read(file)?.stack.pid ?? 0);
  }
}

/** Whole or not at all: a stack that is killed while it writes leaves a register that can be read. */
function write(file: string, register: Register): void {
  writeFileSync(`${file}.new`, JSON.stringify(register));
  renameSync(`${file}.new`, file);
}

function read(file: string): Register | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Register;
  } catch {
    return undefined; // no stack was here, or the machine stopped while the file was made
  }
}
