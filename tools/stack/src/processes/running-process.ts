import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from '../state-folder/make-folder.ts';
import type { Role } from './role.ts';

/** One life of a process of the stack. */
export type Running = {
  pid: number;
  /** Resolves with the way it ended: `stopped with code 1`, `was killed (SIGKILL)`. */
  ended: Promise<string>;
  /** Resolves when it is ready; rejects if it exits first, or takes too long. */
  ready: () => Promise<void>;
  end: () => Promise<void>;
};

type Launch = { role: Role; root: string; env: NodeJS.ProcessEnv; logFile: string };

/**
 * Starts a process whose output goes to a file, so that it neither disturbs the terminal nor waits for a reader. It
 * leads its own process group: Ctrl-C in the terminal reaches only the stack, which then stops its processes in a safe
 * order.
 */
export function launch({ role, root, env, logFile }: Launch): Running {
  makeFolder(dirname(logFile));
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(role.command, role.args, {
    cwd: root,
    env: { ...env, ...role.env },
    detached: true,
    stdio: ['ignore', log, log, ...(role.ours ? (['ipc'] as const) : [])],
  });
  closeSync(log);
  const ended = endOf(child);
  const saidSo = new Promise<void>((resolve) => child.once('message', () => resolve()));
  return {
    pid: child.pid ?? 0,
    ended,
    ready: () => readyInTime(role, { saidSo, ended }),
    end: () => end(child, ended),
  };
}

const endOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? `was killed (${signal})` : `stopped with code ${code}`));
  });

async function readyInTime(role: Role, { saidSo, ended }: { saidSo: Promise<void>; ended: Promise<string> }) {
  const patience = new AbortController();
  const tooLong = pause(role.patienceMs ?? 120_000, 'was not ready in time', { signal: patience.signal });
  const ready = role.ready === 'says so' ? saidSo : poll(role.ready, patience.signal);
  try {
    const trouble = await Promise.race([ready, ended, tooLong]);
    if (trouble) throw new Error(`${role.name} ${trouble}`);
  } finally {
    patience.abort();
    tooLong.catch(() => undefined);
  }
}

async function poll(isReady: () => Promise<boolean>, given: AbortSignal): Promise<void> {
  while (!given.aborted && !(await isReady())) await pause(50);
}

async function end(child: ChildProcess, ended: Promise<string>, graceMs = 15_000): Promise<void> {
  const lastResort = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(lastResort);
}
