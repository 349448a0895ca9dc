import { statfsSync } from 'node:fs';

/** Two segments of the engine's log: where it cannot begin a new one, the engine never returns, and its process does nothing else. */
const leastFreeBytes = 32 * 1024 * 1024;

/** Postgres' own code for a full disk, which callers know. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
  readonly code = '53100';
}

/** Bytes that can be written to the disk of a folder. */
export type FreeBytes = (folder: string) => number;

export const freeBytesOf: FreeBytes = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Throws where the disk of an embedded database is almost full. */
export function refuseFullDisk(folder: string, freeBytes: FreeBytes): void {
  if (freeBytes(folder) < leastFreeBytes)
    throw new DiskFull(
      `The disk of ${folder} is full: its database needs ${leastFreeBytes / 1024 / 1024} MiB to write on`,
    );
}
