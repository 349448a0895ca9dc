import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@waybill/contracts/settings';
import { endProcess, knownProcess, lives } from '../guard/known-process.ts';
import { openGuard } from '../guard/start-guard.ts';
import { deleteContents, isOurs, takeFolder } from './marker.ts';
import { createRegister, deleteRegister, type Register, readRegister, replaceRegister } from './pid-file.ts';

/** Another stack works in the same folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/** Owns the folder: registers its processes, and keeps other stacks out. */
export type Held = { add: (name: string, pid: number) => void; release: () => void };

type Say = (line: string) => void;

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The state folder of a stack; a relative path is resolved from the folder where npm was called. */
export const stateDirFrom = (env: NodeJS.ProcessEnv) => resolve(root, readSettings('stack', env).WAYBILL_STATE_DIR);

/** Takes the folder for this process, after ending processes that a killed stack has left behind. */
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

/** A folder that is missing or full does not end a stack: the register is only for the next one. */
function attempt(act: () => void, say: Say): void {
  try {
    act();
  } catch (error) {
    say(`What runs is not noted: ${(error as Error).message}`);
  }
}

/** Clears the folder. A folder that no stack has created is never touched, whatever the settings. */
export async function clearStateFolder(stateDir: string, say: Say): Promise<void> {
  if (!existsSync(stateDir)) return;
  if (!isOurs(stateDir)) throw new Error(`${stateDir} is not the state folder of a Waybill stack: nothing was cleared`);
  await endLeftovers(stateDir, say);
  const others = deleteContents(stateDir);
  if (others.length > 0) say(`Left alone, as no stack has made it: ${others.join(', ')}`);
}

/** Ends only the processes of an earlier stack. Refuses if that stack is still running. */
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

/** The time limit for a stack to stop its processes. */
const stopMs = 60_000;

/** Ends the stack that runs in the folder, and processes that a killed stack has left. Returns the ended processes. */
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
