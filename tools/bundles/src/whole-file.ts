import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file or a folder to the given path. */
export type Make = (unfinished: string) => Promise<void>;

/**
 * Creates a file or a folder under a temporary name, and renames it when it is complete, so that nobody uses an
 * incomplete one. If another process has created the folder meanwhile, that one stays.
 */
export async function createWhole(target: string, make: Make): Promise<void> {
  const unfinished = `${target}.${process.pid}.unfinished`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await make(unfinished);
    await rename(unfinished, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
