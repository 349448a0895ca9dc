import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '@waybill/bundles';
import { inSeconds } from '@waybill/terminal';

type Build = {
  say: (line: string) => void;
  /** Aborting ends the build. */
  signal: AbortSignal;
  root?: string;
};

/** What the dashboard is built from. */
const sources = ['clients/web', 'clients/typed/src', 'package-lock.json'];
const here = fileURLToPath(new URL('../../../../', import.meta.url));

/** Builds the dashboard unless it was built from the same sources before. Without one, everything else works. */
export async function buildDashboard({ say, signal, root = here }: Build): Promise<void> {
  const stamp = join(root, 'clients/web/dist/.sources');
  const digest = digestOf(root, sources);
  if (readStamp(stamp) === digest) return;
  say('Building the dashboard. This takes some seconds, once.');
  const started = Date.now();
  const trouble = await build(root, signal);
  if (trouble !== undefined) return say(`The dashboard cannot be built, the rest starts without it: ${trouble}`);
  writeFileSync(stamp, digest);
  say(`The dashboard is built: ${inSeconds(Date.now() - started)}.`);
}

/** The reason of a failure; undefined if it is built. */
async function build(root: string, signal: AbortSignal): Promise<string | undefined> {
  // Not through npm, which does not end its child processes when it is ended.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'clients/web'),
    signal,
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text) => (said = `${said}${text}`.slice(-2_000)));
  try {
    const [code] = await once(child, 'close');
    return code === 0 ? undefined : said.trim();
  } catch (error) {
    signal.throwIfAborted();
    return String(error);
  }
}

function readStamp(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // it was never built, or not to its end
  }
}
