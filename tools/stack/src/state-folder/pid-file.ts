import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownProcess } from '../guard/known-process.ts';

/** The owner of a state folder, and its processes. */
export type Register = { stack: KnownProcess; processes: KnownProcess[] };

const fileIn = (stateDir: string) => join(stateDir, 'stack.json');

/** Undefined where no stack was, or the machine stopped while the file was made. */
export function readRegister(stateDir: string): Register | undefined {
  try {
    const { stack, processes } = JSON.parse(readFileSync(fileIn(stateDir), 'utf8')) as Register;
    return [stack, ...processes].every(isKnown) ? { stack, processes } : undefined;
  } catch {
    return undefined;
  }
}

const isKnown = ({ name, pid, identity }: KnownProcess) =>
  typeof name === 'string' && Number.isInteger(pid) && pid > 0 && typeof identity === 'string';

/** False if another stack has created one at the same moment. */
export function createRegister(stateDir: string, register: Register): boolean {
  const whole = writeBeside(stateDir, register);
  try {
    linkSync(whole, fileIn(stateDir));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(whole, { force: true });
  }
}

/** Written atomically: a stack that is killed during the write leaves a readable register. */
export const replaceRegister = (stateDir: string, register: Register): void =>
  renameSync(writeBeside(stateDir, register), fileIn(stateDir));

export const deleteRegister = (stateDir: string): void => rmSync(fileIn(stateDir), { force: true });

function writeBeside(stateDir: string, register: Register): string {
  const file = `${fileIn(stateDir)}.${process.pid}`;
  try {
    writeFileSync(file, JSON.stringify(register));
  } catch (error) {
    rmSync(file, { force: true }); // on a full disk it is there, and empty
    throw error;
  }
  return file;
}
