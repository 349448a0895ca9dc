import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from './processes/addresses.ts';

/** Engine, two databases and the logs begin with less, and each of them stops where it cannot write. */
const leastFreeBytes = 128 * 1024 * 1024;

const freeBytesOf = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Throws where processes would end without a reason: on a full disk their logs cannot say one. */
export function refuseFullDisk(stateDir: string, freeBytes = freeBytesOf): void {
  const free = freeBytes(existing(stateDir));
  if (free >= leastFreeBytes) return;
  const mebibytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MiB`;
  throw new CannotStart(
    `The disk of ${stateDir} is full: ${mebibytes(free)} are free, and engine, databases and logs need ${mebibytes(leastFreeBytes)}`,
  );
}

const existing = (folder: string): string => (existsSync(folder) ? folder : existing(dirname(folder)));
