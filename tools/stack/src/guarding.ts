import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KnownProcess } from './known-process.ts';

export type Guard = {
  watch: (known: KnownProcess) => void;
  /** Lets the guard go; whatever still lives of what it watches, it ends. */
  close: () => void;
};

const script = fileURLToPath(new URL('./guard.ts', import.meta.url));
const blankTypes = import.meta.resolve('ts-blank-space/register');
const pauseMs = 1_000;

/** Has a process watch over this one, and end what it has started once it is gone. One that is killed is replaced. */
export function openGuard(): Guard {
  const watched = new Map<string, KnownProcess>();
  let closed = false;
  let guard = start();

  function start(): ChildProcess {
    // What is watched already is an argument, so that a stack that ends at this very moment leaves none of it.
    const child = spawn(process.execPath, ['--import', blankTypes, script, JSON.stringify([...watched.values()])], {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', () => undefined); // it never lived: its replacement is due all the same
    child.once('close', () => setTimeout(replace, pauseMs).unref());
    child.stdin?.on('error', () => undefined); // what it has not read, its replacement is told
    child.unref();
    return child;
  }

  function replace(): void {
    if (!closed) guard = start();
  }

  return {
    watch: (known) => {
      watched.set(known.name, known);
      tell(guard, known);
    },
    close: () => {
      closed = true;
      guard.stdin?.end();
    },
  };
}

const tell = ({ stdin }: ChildProcess, known: KnownProcess) => stdin?.write(`${JSON.stringify(known)}\n`);
