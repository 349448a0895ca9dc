import { type Kept, keepRunning } from '../processes/keep-running.ts';
import { lastWordsIn, newLogFile } from '../processes/log-file.ts';
import type { Role } from '../processes/role.ts';
import type { Held } from '../state-folder/hold.ts';

/** Processes in waves: those of a wave start together, and depend on the previous waves. */
export type ProcessWaves = Role[][];

export type Telling = {
  /** Reports an event to the user. */
  say: (line: string) => void;
  /** A role is ready. */
  arrived: (role: Role, afterMs: number) => void;
};

export type Running = {
  /** The process that has this role just now. */
  pidOf: (name: string) => number;
  /** Stops every process that was started, and only those: the last wave first. */
  stop: () => Promise<void>;
};

type Setting = {
  root: string;
  stateDir: string;
  /** The environment of every process, besides the additions of its role. */
  env: NodeJS.ProcessEnv;
  /** Told of every process that is started. */
  folder: Pick<Held, 'add'>;
  telling: Telling;
  /** Aborting stops what was started so far. */
  signal: AbortSignal;
};

/**
 * Starts one wave after another, each when the previous one is ready. If a process cannot start, all that were started
 * are stopped.
 */
export async function runProcesses(waves: ProcessWaves, { signal, ...setting }: Setting): Promise<Running> {
  const started: Kept[][] = [];
  const stop = once(async () => {
    for (const wave of started.toReversed()) await Promise.all(wave.map((kept) => kept.stop()));
  });
  signal.addEventListener('abort', () => void stop());
  try {
    for (const wave of waves) {
      signal.throwIfAborted();
      const starting: Kept[] = [];
      started.push(starting); // before the first start: if one fails, the others of its wave are stopped
      for (const role of wave) starting.push(begin(role, setting));
      await Promise.all(starting.map(({ ready }) => ready));
    }
    signal.throwIfAborted();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop, pidOf: (name) => called(name, started).pid() };
}

function begin(role: Role, { root, stateDir, env, folder, telling }: Omit<Setting, 'signal'>): Kept {
  const started = Date.now();
  const logFile = newLogFile(stateDir, role.name);
  const onStart = (pid: number) => folder.add(role.name, pid);
  const kept = keepRunning(role, {
    root,
    env,
    logFile,
    say: telling.say,
    onStart,
  });
  const ready = kept.ready.then(
    () => telling.arrived(role, Date.now() - started),
    (error: Error) => {
      throw new Error(`${error.message}: ${lastWordsIn(logFile)} (${logFile})`);
    },
  );
  return { ...kept, ready };
}

function called(name: string, waves: Kept[][]): Kept {
  const found = waves.flat().find((kept) => kept.name === name);
  if (!found) throw new Error(`No process of the stack is called ${name}`);
  return found;
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= act();
    return result;
  };
}
