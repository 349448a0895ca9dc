import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { programText } from '@waybill/bundles';
import type { KnownProcess } from './known-process.ts';

export type Guard = {
  watch: (known: KnownProcess) => void;
  /** Releases the guard, which ends the watched processes that are still running. */
  close: () => void;
};

const script = fileURLToPath(new URL('./guard.ts', import.meta.url));
const pauseMs = 1_000;

/** What Node starts a guard with; the script's name is for people who list the processes. */
export const guardArguments = (known: KnownProcess[]): string[] => {
  text ??= programText(script);
  return ['--input-type=module', '--eval', text, script, JSON.stringify(known)];
};

/** A restart must not need what has been deleted since. */
let text: string | undefined;

/** Starts a guard process that ends the processes of this one when it is gone. A guard that is killed is replaced. */
export function openGuard(): Guard {
  const watched = new Map<string, KnownProcess>();
  let closed = false;
  let guard = start();

  function start(): ChildProcess {
    // The processes watched so far are arguments, so that none is left if the stack ends at this moment.
    const child = spawn(process.execPath, guardArguments([...watched.values()]), {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', () => undefined); // it never started: it must be replaced all the same
    child.once('close', () => setTimeout(replace, pauseMs).unref());
    child.stdin?.on('error', () => undefined); // its replacement is told what it has not read
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
