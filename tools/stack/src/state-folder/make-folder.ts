import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder of the stack, which other users may not read, and its parents. Node's recursive mkdir never returns if the parent exists and accepts
 * no folders, as in /proc.
 */
export function makeFolder(path: string): void {
  try {
    if (!existsSync(dirname(path))) makeFolder(dirname(path));
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    throw unusable(path, error);
  }
  if (!statSync(path).isDirectory()) throw new Error(`WAYBILL_STATE_DIR: must be a folder, and ${path} is not one`);
}

/** A stack writes only to its folder. */
export function unusable(path: string, error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error);
  return said.startsWith(setting)
    ? (error as Error)
    : new Error(`${setting} must be writable; ${path} is not: ${said}`);
}

const setting = 'WAYBILL_STATE_DIR:';
