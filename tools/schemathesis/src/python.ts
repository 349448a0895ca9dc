import { execFile } from 'node:child_process';
import { access, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '@waybill/contracts/settings';

const run = promisify(execFile);

export type PythonProgram = { name: string; version: string };

/** Where a program of the Python package index is, once it is installed. */
export const programOf = ({ name, version }: PythonProgram): string => join(folderOf({ name, version }), 'bin', name);

/** Installs it in an environment of its own; resolves with why that cannot be done here. */
export async function install(program: PythonProgram): Promise<string | undefined> {
  if (await isThere(programOf(program))) return undefined;
  const folder = folderOf(program);
  try {
    await run('python3', ['-c', 'import venv, ensurepip']);
  } catch {
    return 'there is no python3 with venv and pip';
  }
  try {
    await rm(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    await run(join(folder, 'bin', 'python'), [...pip, `${program.name}==${program.version}`]);
    return undefined;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return `${program.name} ${program.version} cannot be installed: ${lastLineOf(error)}`;
  }
}

const folderOf = ({ name, version }: PythonProgram): string =>
  join(cacheFolder(process.env, homedir()), `${name}-${version}`);

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const lastLineOf = (error: unknown): string =>
  String((error as { stderr?: unknown }).stderr ?? error)
    .trim()
    .split('\n')
    .at(-1) ?? '';
