import { setTimeout as pause } from 'node:timers/promises';
import { identityOf } from './process-identity.ts';

/** The identity of a process: its pid may have been reused. */
export type KnownProcess = { name: string; pid: number; identity: string };

export const knownProcess = (name: string, pid: number): KnownProcess => ({
  name,
  pid,
  identity: identityOf(pid) ?? 'has ended',
});

export const lives = ({ pid, identity }: KnownProcess): boolean => identityOf(pid) === identity;

/** Sends SIGTERM, then SIGKILL. */
export async function endProcess(known: KnownProcess, graceMs = 10_000): Promise<void> {
  const since = Date.now();
  signal(known, 'SIGTERM');
  while (lives(known)) {
    if (Date.now() - since > graceMs) signal(known, 'SIGKILL');
    if (Date.now() - since > 2 * graceMs) throw new Error(`${known.name} (process ${known.pid}) cannot be ended`);
    await pause(50);
  }
}

function signal(known: KnownProcess, name: NodeJS.Signals): void {
  try {
    if (lives(known)) process.kill(known.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself meanwhile
  }
}
