import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Where a process logs; the log of the start before this one is kept beside it. */
export function newLogFile(stateDir: string, name: string): string {
  const folder = join(stateDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.log`);
  try {
    renameSync(file, file.replace(/\.log$/, '.previous.log'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return file;
}

/** Our services end their log with a line of JSON that says why; others with a plain one. */
export function lastWordsIn(logFile: string): string {
  const lines = readIfAny(logFile).trim().split('\n');
  const last = lines.at(-1) ?? '';
  try {
    const { error, msg } = JSON.parse(last) as { error?: string; msg?: string };
    return error ?? msg ?? last;
  } catch {
    return lines.find((line) => /^\w*Error\b/.test(line)) ?? last;
  }
}

function readIfAny(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // who looks for the reason of one trouble does not make another of it
  }
}
