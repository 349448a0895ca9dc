import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '@waybill/contracts/settings';

const folder = join(cacheFolder(process.env, homedir()), 'tools');

/** A folder that is created once on a machine, atomically. */
export function cached(name: string, make: (folder: string) => void): string {
  const kept = join(folder, name);
  if (existsSync(kept)) return kept;
  mkdirSync(folder, { recursive: true });
  const making = mkdtempSync(join(folder, `${name}-`));
  try {
    make(making);
    renameSync(making, kept);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(kept)) throw error; // else another process was faster
  }
  return kept;
}
