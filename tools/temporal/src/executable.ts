import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildOnce } from './build.ts';

/** There is no Temporal on this machine, and none can be made. */
export class NoEngine extends Error {
  override readonly name = 'NoEngine';
}

type Surroundings = { say: (line: string) => void; env: NodeJS.ProcessEnv; signal?: AbortSignal | undefined };

/** Where the module lies that pins the version of the engine. */
const pinned = new URL('../', import.meta.url);

/**
 * The path of a `temporal` command: the one on the PATH, else the one that an earlier run has built, else one built
 * here and now from the pinned module, which takes minutes, once.
 */
export async function temporalExecutable({ say, env, signal }: Surroundings): Promise<string> {
  const installed = await onPath('temporal', env);
  if (installed) return installed;

  const built = join(cacheFolder(env), `temporal-${await pinnedVersion()}`);
  if (await executable(built)) return built;

  const go = await onPath('go', env);
  if (!go) throw new NoEngine(howToGetOne);
  return buildOnce({ go, module: pinned.pathname, target: built, exists: () => executable(built), say, env, signal });
}

const howToGetOne =
  'Waybill needs the Temporal CLI, and finds neither it nor Go to build it with: install `temporal` (https://docs.temporal.io/cli) or Go 1.26.4 or newer (https://go.dev/dl), or set TEMPORAL_ADDRESS to an engine that runs.';

const cacheFolder = (env: NodeJS.ProcessEnv) =>
  join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'waybill');

/** Another version of the module is another file, so an update never runs an old engine. */
async function pinnedVersion(): Promise<string> {
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

const executable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
