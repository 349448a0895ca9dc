import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder of the stack, and those above it. Node's own recursive mkdir never returns where the folder above is there
 * and takes no other, as in /proc.
 */
export function makeFolder(path: string): void {
  try {
    if (!existsSync(dirname(path))) makeFolder(dirname(path));
    if (!existsSync(path)) mkdirSync(path);
  } catch (error) {
    throw unusable(path, error);
  }
  if (!statSync(path).isDirectory()) throw new Error(`WAYBILL_STATE_DIR: must be a folder, and ${path} is none`);
}

/** Everything that a stack writes is in its folder. */
export function unusable(path: string, error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  return said.startsWith(setting) ? (error as Error) : new Error(`${setting} nothing can be kept in ${path}: ${said}`);
}

const setting = 'WAYBILL_STATE_DIR:';
