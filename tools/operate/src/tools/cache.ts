import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const { XDG_CACHE_HOME, HOME } = process.env;
const folder = join(XDG_CACHE_HOME || join(HOME || homedir(), '.cache'), 'waybill', 'tools');

/** A folder that is made once on a machine, and under its name only when it is whole. */
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
