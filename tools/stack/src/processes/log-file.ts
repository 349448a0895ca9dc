import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../state-folder/make-folder.ts';

/** The log file of a process; the log of the previous start is kept beside it. */
export function newLogFile(stateDir: string, name: string): string {
  const folder = join(stateDir, 'logs');
  makeFolder(folder);
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.log`);
  try {
    renameSync(file, file.replace(/\.log$/, '.previous.log'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return file;
}

/** The length of the log, after which new lines follow. */
export const lengthOf = (logFile: string): number => statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;

/** The level of a line with the reason of an exit. */
const fatal = 60;

/**
 * What the process that began to log at `from` said of its end. Our services end their log with a line of JSON that says
 * why; others with a plain one. A line that only happens to be the last says nothing of it.
 */
export function lastWordsIn(logFile: string, from = 0): string {
  const lines = endOf(logFile, from).trim().split('\n');
  const last = lines.at(-1) ?? '';
  try {
    const { level = fatal, error, msg } = JSON.parse(last) as { level?: number; error?: string; msg?: string };
    return level >= fatal ? (error ?? msg ?? last) : '';
  } catch {
    return lines.findLast((line) => /^\w*Error\b/.test(line)) ?? last;
  }
}

/** A log may be long, and its end is short. */
const mostBytes = 64 * 1024;

function endOf(file: string, from: number): string {
  try {
    const opened = openSync(file, 'r');
    try {
      const { size } = fstatSync(opened);
      const end = Buffer.alloc(Math.min(mostBytes, Math.max(size - from, 0)));
      readSync(opened, end, 0, end.length, size - end.length);
      return end.toString();
    } finally {
      closeSync(opened);
    }
  } catch {
    return ''; // a failure to read the reason is not reported
  }
}
