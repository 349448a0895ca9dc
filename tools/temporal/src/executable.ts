import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '@waybill/contracts/settings';
import { build } from './build.ts';
import { download, temporalDownloads } from './download.ts';
import { createOnce } from './once.ts';

/** Temporal is not installed, and can be neither downloaded nor built. */
export class NoEngine extends Error {
  override readonly name = 'NoEngine';
}

type Surroundings = {
  say: (line: string) => void;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /** Whom to ask for a download. */
  downloads?: string;
};

/** The folder of the Go module that pins the version of the engine. */
const pinned = new URL('../', import.meta.url);

/**
 * The path of a `temporal` command: the one on the PATH, or the one in the cache, or one that is downloaded, or built
 * from the pinned module, which takes minutes, once.
 */
export async function temporalExecutable({ env, ...parts }: Surroundings): Promise<string> {
  const installed = await onPath('temporal', env);
  if (installed) return installed;

  const target = join(cacheFolder(env, homedir()), `temporal-${await pinnedDigest()}`);
  if (await executable(target)) return target;

  const { say, signal, downloads: from = temporalDownloads } = parts;
  const exists = () => executable(target);
  return createOnce({ target, exists, say, signal }, async (unfinished) => {
    if (await download(unfinished, { version: await pinnedVersion(), from, say, signal })) return;
    const go = await onPath('go', env);
    if (!go) throw new NoEngine(howToGetOne);
    await build(unfinished, { go, module: fileURLToPath(pinned), say, env, signal });
  });
}

const howToGetOne =
  'Waybill needs the Temporal CLI, and finds neither it, nor a way to download it, nor Go to build it with: install `temporal` (https://docs.temporal.io/cli) or Go 1.26.4 or newer (https://go.dev/dl), or set TEMPORAL_ADDRESS to an engine that runs.';

/** The version of the CLI that the module requires. */
async function pinnedVersion(): Promise<string> {
  const module = await readFile(new URL('go.mod', pinned), 'utf8');
  const [, version] = /\bgithub\.com\/temporalio\/cli v(\S+)/.exec(module) ?? [];
  if (!version) throw new Error('go.mod names no version of github.com/temporalio/cli');
  return version;
}

/** Each version of the module has its own file, so an update never runs an old engine. */
async function pinnedDigest(): Promise<string> {
  const digest = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['go.mod', 'go.sum']) digest.update(await readFile(new URL(file, pinned)));
  return digest.digest('hex').slice(0, 16);
}

async function onPath(command: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, command);
    if (await executable(path)) return path;
  }
  return undefined;
}

/** Folders have the same permission bit, but are not commands. */
async function executable(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
