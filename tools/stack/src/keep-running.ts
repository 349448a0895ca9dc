import { setTimeout as pause } from 'node:timers/promises';
import { inSeconds } from '@waybill/terminal';
import { lastWordsIn, lengthOf } from './log-file.ts';
import type { Role } from './role.ts';
import { launch, type Running } from './running.ts';

/** A process that is started again whenever it dies, until it is stopped. */
export type Kept = {
  name: string;
  pid: () => number;
  /** Settles once: when the process is ready for the first time, or will not be. */
  ready: Promise<void>;
  stop: () => Promise<void>;
};

export type Surroundings = {
  root: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  say: (line: string) => void;
  /** Told of every process that was started, before it is ready. */
  onStart: (pid: number) => void;
};

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A process that has lived so long starts with a clean record. */
const soundMs = 5_000;

const saying = (words: string) => (words ? `, saying "${words}"` : '');

/** One that was never ready is not tried again: something is wrong with it, and its start has failed. */
export function keepRunning(role: Role, surroundings: Surroundings): Kept {
  const { say, logFile } = surroundings;
  let logFrom = 0;
  const stopping = new AbortController();
  let deaths = 0;
  let life = start();
  let reviving: Promise<void> | undefined;

  function start(): Running {
    logFrom = lengthOf(logFile);
    const running = launch({ role, ...surroundings });
    surroundings.onStart(running.pid);
    return running;
  }

  async function watch(): Promise<void> {
    const since = Date.now();
    const how = await life.ended;
    if (stopping.signal.aborted) return;
    if (Date.now() - since > soundMs) deaths = 0;
    reviving = revive(how);
  }

  async function revive(how: string): Promise<void> {
    const pauseMs = Math.min(firstPauseMs * 2 ** deaths, longestPauseMs);
    deaths += 1;
    say(`${role.name} ${how}${saying(lastWordsIn(logFile, logFrom))}; starting it again in ${inSeconds(pauseMs)}`);
    await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return;
    const started = Date.now();
    try {
      life = start();
      await life.ready();
    } catch (error) {
      await life.end();
      return stopping.signal.aborted ? undefined : revive(`did not come back: ${(error as Error).message}`);
    }
    say(`${role.name} is back after ${inSeconds(Date.now() - started)}`);
    void watch();
  }

  const ready = life.ready();
  ready.then(watch, () => life.end());
  return {
    name: role.name,
    pid: () => life.pid,
    ready,
    stop: async () => {
      stopping.abort();
      await life.end();
      await reviving;
    },
  };
}
