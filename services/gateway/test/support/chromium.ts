import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Why a test cannot have a browser here; undefined where it can. */
export const noBrowser = program
  ? undefined
  : 'skipped, there is no chromium on this machine: `apt-get install chromium` brings it';

/** No name is ever looked up. */
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** The machine's own Chromium. */
export function aBrowser(): Promise<Browser> {
  if (!program) throw new Error(noBrowser);
  // A container's root may make no sandbox, and its /dev/shm is small.
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-dev-shm-usage', offline] });
}
