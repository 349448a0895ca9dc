import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { searchAttributes } from '@waybill/contracts/domain';
import { engineAnswers } from './answers.ts';
import { portIsFree } from './free-port.ts';

const loopback = '127.0.0.1';

export type EngineSettings = {
  port: number;
  /** Without one the engine has no UI. */
  uiPort?: number | undefined;
  /** Without a file the engine keeps everything in memory. */
  dbFile?: string | undefined;
  /** Further dynamic configuration of the engine, such as limits for a test. */
  limits?: Readonly<Record<string, number | string>>;
};

export type StartedEngine = {
  address: string;
  uiUrl: string | undefined;
  pid: number;
  stop: () => Promise<void>;
};

/**
 * `frontend.namespaceCount` is the limit of calls that wait at one frontend: every watched order holds one.
 * Without the other, each task of a workflow waits for a tick of 50 ms.
 */
const dynamicConfig = {
  'frontend.namespaceCount': 20_000,
  'history.transferProcessorMaxPollRPS': 2_000,
  // By default of one query while a workflow is busy: of two people who act on one order, one was told that it is not available.
  'history.MaxBufferedQueryCount': 100,
};

/** A tenth of the engine's CPU is spent on garbage collection; a larger heap makes it less frequent. */
export const engineEnvironment = ({ GOGC = '400' }: NodeJS.ProcessEnv) => ({ GOGC });

/**
 * With SQLite's default journal every commit of the engine waits for the disk twice. A write-ahead log with one sync
 * per checkpoint survives a killed process; a power cut may lose the last moments, but leaves a consistent database.
 */
const sqlitePragmas = { journal_mode: 'WAL', synchronous: 'NORMAL' };

/** What follows `temporal` on the command line. */
export function engineArguments({ port, uiPort, dbFile, limits = {} }: EngineSettings): string[] {
  return [
    'server',
    'start-dev',
    '--ip',
    loopback,
    '--port',
    `${port}`,
    '--log-level',
    'warn',
    ...(uiPort ? ['--ui-port', `${uiPort}`] : ['--headless']),
    ...(dbFile ? ['--db-filename', dbFile] : []),
    ...Object.entries(sqlitePragmas).flatMap(([name, value]) => ['--sqlite-pragma', `${name}=${value}`]),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...Object.entries({ ...dynamicConfig, ...limits }).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}

/** Starts an engine on loopback, and waits until it answers calls. */
export async function startEngine(settings: EngineSettings & { executable: string }): Promise<StartedEngine> {
  const { executable, port, uiPort, dbFile } = settings;
  // Another server at that port would be mistaken for the starting engine.
  if (!(await portIsFree(port))) throw new Error(`Port ${port}, meant for the engine, is taken`);
  if (dbFile) await mkdir(dirname(dbFile), { recursive: true });
  const engine = spawn(executable, engineArguments(settings), {
    env: { ...process.env, ...engineEnvironment(process.env) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = lastWordsOf(engine);
  const address = `${loopback}:${port}`;
  const stop = () => end(engine);
  try {
    await answering(engine, address, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, uiUrl: uiPort ? `http://${loopback}:${uiPort}` : undefined, pid: engine.pid ?? 0, stop };
}

async function answering(engine: ChildProcess, address: string, said: () => string, withinMs = 60_000): Promise<void> {
  const failed = new Promise<never>((_, reject) => engine.once('error', reject));
  const deadline = Date.now() + withinMs;
  while (!(await Promise.race([engineAnswers(address), failed]))) {
    if (engine.exitCode !== null) throw new Error(`The engine exited during its start: ${said()}`);
    if (Date.now() > deadline) throw new Error(`The engine does not respond at ${address}: ${said()}`);
    await pause(50);
  }
}

/** Keeps reading, so that the engine never blocks on its output. */
function lastWordsOf({ stdout, stderr }: ChildProcess): () => string {
  let words = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      words = (words + chunk).slice(-2_000);
    });
  }
  return () => words.trim();
}

async function end(engine: ChildProcess, graceMs = 10_000): Promise<void> {
  if (engine.pid === undefined || engine.exitCode !== null || engine.signalCode !== null) return;
  const exited = once(engine, 'exit');
  const lastResort = setTimeout(() => engine.kill('SIGKILL'), graceMs);
  engine.kill('SIGTERM');
  await exited;
  clearTimeout(lastResort);
}
