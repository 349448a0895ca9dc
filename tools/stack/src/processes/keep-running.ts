import { setTimeout as pause } from 'node:timers/promises';
import { inSeconds } from '@waybill/terminal';
import { lastWordsIn, lengthOf } from './log-file.ts';
import type { Role } from './role.ts';
import { launch, type Running } from './running-process.ts';

/** A process that is restarted whenever it exits, until it is stopped. */
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
/** After this uptime, earlier failures of a process do not count. */
const soundMs = 5_000;

const saying = (words: string) => (words ? `, saying "${words}"` : '');

/** A process that was never ready is not restarted: its start has failed. */
export function keepRunning(role: Role, surroundings: Surroundings): Kept {
  const kept = new RestartedProcess(role, surroundings);
  return { name: role.name, pid: () => kept.pid, ready: kept.ready, stop: () => kept.stop() };
}

class RestartedProcess {
  /** The readiness of its first life. */
  readonly ready: Promise<void>;
  #life: Running;
  #logFrom = 0;
  #deaths = 0;
  #reviving: Promise<void> | undefined;
  readonly #role: Role;
  readonly #surroundings: Surroundings;
  readonly #stopping = new AbortController();

  constructor(role: Role, surroundings: Surroundings) {
    this.#role = role;
    this.#surroundings = surroundings;
    this.#life = this.#start();
    this.ready = this.#life.ready();
    this.ready.then(
      () => this.#watch(),
      () => this.#life.end(),
    );
  }

  get pid(): number {
    return this.#life.pid;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#life.end();
    await this.#reviving;
  }

  #start(): Running {
    this.#logFrom = lengthOf(this.#surroundings.logFile);
    const running = launch({ role: this.#role, ...this.#surroundings });
    this.#surroundings.onStart(running.pid);
    return running;
  }

  async #watch(): Promise<void> {
    const since = Date.now();
    const how = await this.#life.ended;
    if (this.#stopping.signal.aborted) return;
    if (Date.now() - since > soundMs) this.#deaths = 0;
    this.#reviving = this.#revive(how);
  }

  async #revive(how: string): Promise<void> {
    const { say, logFile } = this.#surroundings;
    const { name } = this.#role;
    const { signal } = this.#stopping;
    const pauseMs = Math.min(firstPauseMs * 2 ** this.#deaths, longestPauseMs);
    this.#deaths += 1;
    say(`${name} ${how}${saying(lastWordsIn(logFile, this.#logFrom))}; starting it again in ${inSeconds(pauseMs)}`);
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const started = Date.now();
    try {
      this.#life = this.#start();
      await this.#life.ready();
    } catch (error) {
      await this.#life.end();
      return signal.aborted ? undefined : this.#revive(`did not come back: ${(error as Error).message}`);
    }
    say(`${name} is back after ${inSeconds(Date.now() - started)}`);
    void this.#watch();
  }
}
