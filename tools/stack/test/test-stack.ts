import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Role } from '../src/processes/role.ts';
import { type ProcessWaves, runProcesses } from '../src/start/stack.ts';
import { holdStateFolder } from '../src/state-folder/hold.ts';

/** A folder for one stack with stub processes, and a diary of everything that they did. */
export async function aTestStack() {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-stack-'));
  const diary = join(stateDir, '..', `${stateDir.split('/').at(-1)}.diary`);
  const said: string[] = [];
  const leaving = new AbortController();
  const stops: (() => Promise<void>)[] = [];
  const say = (line: string) => said.push(line);

  return {
    stateDir,
    said,
    leave: () => leaving.abort(),
    /** Writes into the diary when it is ready and when it is told to stop. */
    player: (name: string): Role => ({ ...aRole(name, player), env: { DIARY: diary, NAME: name } }),
    /** Ends before it is ready. */
    failure: (name: string): Role => aRole(name, `console.log('{"error":"no such table"}'); process.exit(3)`),
    diary: async () => (await readFile(diary, 'utf8').catch(() => '')).trim().split('\n').filter(Boolean),
    run: async (waves: ProcessWaves) => {
      const folder = await holdStateFolder(stateDir, say);
      const telling = { say, arrived: ({ name }: Role) => say(`${name} is ready`) };
      const running = await runProcesses(waves, {
        root: stateDir,
        stateDir,
        env: process.env,
        folder,
        telling,
        signal: leaving.signal,
      });
      stops.push(running.stop);
      return running;
    },
    killed: ({ identities }: { identities?: string } = {}) => disown(join(stateDir, 'stack.json'), identities),
    hold: () => holdStateFolder(stateDir, say),
    [Symbol.asyncDispose]: async () => {
      for (const stop of stops) await stop();
      await rm(stateDir, { recursive: true, force: true });
      await rm(diary, { force: true });
    },
  };
}

/** Simulates a killed stack: its register stays, and its process is gone. */
async function disown(file: string, identities: string | undefined): Promise<void> {
  const register = JSON.parse(await readFile(file, 'utf8'));
  register.stack.identity = 'another life';
  if (identities) for (const process of register.processes) process.identity = identities;
  await writeFile(file, JSON.stringify(register));
}

const aRole = (name: string, script: string): Role => ({
  name,
  command: process.execPath,
  args: ['-e', script],
  ours: true,
  ready: 'says so',
  note: '',
});

const player = `
  const write = (what) => require('node:fs').appendFileSync(process.env.DIARY, process.env.NAME + ' ' + what + '\\n');
  process.on('SIGTERM', () => setTimeout(() => { write('stops'); process.exit(0) }, 50));
  setInterval(() => {}, 1000);
  write('starts');
  process.send?.('ready');
`;

/** Waits until the condition holds, for at most ten seconds. */
export const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 40_000, interval: 20 });

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
