import { readdirSync, readFileSync } from 'node:fs';

/** The processes, of any name, that were started with this word in their environment, and live. */
export const processesWith = (word: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && readIfAny(pid, 'environ').includes(word));

/** What a process was started with. */
export const commandLineOf = (pid: number): string => readIfAny(pid, 'cmdline');

/** Empty for one that has ended, also where nobody has asked how. */
function readIfAny(pid: number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
