import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@waybill/contracts/settings';
import { openGuard } from './guarding.ts';
import { endProcess, knownProcess, lives } from './known-process.ts';
import { deleteContents, isOurs, takeFolder } from './ownership.ts';
import { createRegister, deleteRegister, type Register, readRegister, replaceRegister } from './register.ts';

/** Another stack works in the same folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/** The folder's owner: it knows which processes are its own, and another stack stays out. */
export type Held = { add: (name: string, pid: number) => void; release: () => void };

type Say = (line: string) => void;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a stack keeps everything: npm runs it in the folder of the product, which a path is then seen from. */
export const stateDirFrom = (env: NodeJS.ProcessEnv) => resolve(root, readSettings('stack', env).WAYBILL_STATE_DIR);

/** Takes the folder for this process, after ending what a stack that was killed has left behind. */
export async function holdStateFolder(stateDir: string, say: Say): Promise<Held> {
  takeFolder(stateDir);
  await endLeftovers(stateDir, say);
  const register: Register = { stack: knownProcess('stack', process.pid), processes: [] };
  if (!createRegister(stateDir, register)) throw inUse(stateDir, readRegister(stateDir)?.stack.pid);
  const guard = openGuard();
  return {
    add: (name, pid) => {
      const known = knownProcess(name, pid);
      guard.watch(known);
      register.processes = [...register.processes.filter((it) => it.name !== name), known];
      attempt(() => replaceRegister(stateDir, register), say);
    },
    release: () => {
      guard.close();
      attempt(() => deleteRegister(stateDir), say);
    },
  };
}

/** A folder that is gone or full ends no stack: the register is for the next one, which then finds less to end. */
function attempt(act: () => void, say: Say): void {
  try {
    act();
  } catch (error) {
    say(`What runs is not noted: ${(error as Error).message}`);
  }
}

/** Clears the folder. One that no stack has made is left alone, whatever a setting says. */
export async function clearStateFolder(stateDir: string, say: Say): Promise<void> {
  if (!existsSync(stateDir)) return;
  if (!isOurs(stateDir)) throw new Error(`${stateDir} is no folder of a Waybill stack: nothing is cleared`);
  await endLeftovers(stateDir, say);
  const others = deleteContents(stateDir);
  if (others.length > 0) say(`Left alone, as no stack has made it: ${others.join(', ')}`);
}

/** Ends what an earlier stack has left, and nothing else. Refuses when that stack still lives. */
async function endLeftovers(stateDir: string, say: Say): Promise<void> {
  refuseSecond(stateDir);
  const leftovers = readRegister(stateDir)?.processes.filter(lives) ?? [];
  if (leftovers.length > 0) say(`Ending what an earlier stack left: ${leftovers.map(({ name }) => name).join(', ')}`);
  await Promise.all(leftovers.map((leftover) => endProcess(leftover)));
  refuseSecond(stateDir); // it came while the leftovers ended
  deleteRegister(stateDir);
}

/** Throws where a stack works in the folder. */
export function refuseSecond(stateDir: string): void {
  const register = readRegister(stateDir);
  if (register && lives(register.stack)) throw inUse(stateDir, register.stack.pid);
}

/** How long a stack may take to stop what it has started, and what was under way. */
const stopMs = 60_000;

/** Ends the stack that works in the folder, and what a stack that was killed has left there. Returns what it has ended. */
export async function stopStack(stateDir: string): Promise<string[]> {
  const { stack, processes } = readRegister(stateDir) ?? { stack: undefined, processes: [] };
  const ended = [...(stack ? [stack] : []), ...processes].filter(lives);
  if (stack && lives(stack)) await endProcess(stack, stopMs);
  await Promise.all(processes.filter(lives).map((left) => endProcess(left)));
  return ended.map(({ name }) => name);
}

const inUse = (stateDir: string, pid?: number) =>
  new AlreadyRunning(
    `A stack runs already in ${stateDir} (process ${pid ?? 'unknown'}): stop it, or choose another WAYBILL_STATE_DIR`,
  );
