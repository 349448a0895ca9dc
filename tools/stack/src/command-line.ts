import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The command line of a process that lives, or undefined. */
export function commandLineOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  } catch {
    return process.platform === 'linux' ? undefined : askPs(pid);
  }
}

function askPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-p', `${pid}`, '-o', 'command='], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // ps says by its exit code that there is no such process
  }
}
