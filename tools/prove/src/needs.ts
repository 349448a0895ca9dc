import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a proof needs of the machine besides Node and an engine. */
export type Need = keyof typeof programs;

/** The programs that each need can be met by; one of them is enough. */
const programs = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  java: ['java'],
  maven: ['mvn'],
  postgres: ['postgres'],
  python: ['python3'],
  prometheus: ['prometheus'],
  promtool: ['promtool'],
  alertmanager: ['prometheus-alertmanager'],
  go: ['go'],
  openssl: ['openssl'],
  nginx: ['nginx'],
} as const;

/** The needs that this machine does not meet. */
export function missing(needs: readonly Need[], env: NodeJS.ProcessEnv): Need[] {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...postgresFolders()];
  return needs.filter(
    (need) => !folders.some((folder) => programs[need].some((name) => isProgram(join(folder, name)))),
  );
}

/** Debian keeps the server's programs off the PATH. */
function postgresFolders(root = '/usr/lib/postgresql'): string[] {
  try {
    return readdirSync(root).map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
