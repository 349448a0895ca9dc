import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const version = '6.16.7';

type Region = { request?: object; symbol: { name: string } };
type HttpFile = { httpRegions: Region[] };
type Httpyac = {
  cli: { initIOProvider: () => Promise<void> };
  store: { HttpFileStore: new () => HttpFileStore };
  send: (context: {
    httpFile: HttpFile;
    httpRegion: Region;
    activeEnvironment: string[];
    logResponse: (reply: Reply) => Promise<void>;
  }) => Promise<boolean>;
};
type HttpFileStore = {
  getOrCreate: (
    file: string,
    getText: () => Promise<string>,
    version: number,
    options: { workingDir: string; activeEnvironment: string[] },
  ) => Promise<HttpFile>;
};

export type Reply = { statusCode: number; parsedBody?: unknown };

/** A request of a collection, by its title. */
export type Request = { title: string; send: () => Promise<Reply | undefined> };

/** Reads collections of requests with httpYac, with the environment beside them. */
export async function httpyac(environment: string) {
  const { cli, store, send } = await installed();
  await cli.initIOProvider();
  const files = new store.HttpFileStore();
  return async (file: string): Promise<Request[]> => {
    const activeEnvironment = [environment];
    const options = { workingDir: dirname(file), activeEnvironment };
    const httpFile = await files.getOrCreate(file, () => readFile(file, 'utf8'), 0, options);
    return httpFile.httpRegions
      .filter(({ request }) => request)
      .map((httpRegion) => ({
        title: httpRegion.symbol.name,
        send: async () => {
          let last: Reply | undefined;
          const logResponse = async (reply: Reply) => {
            last = reply;
          };
          await send({ httpFile, httpRegion, activeEnvironment, logResponse });
          return last;
        },
      }));
  };
}

/**
 * It has many dependencies that only this test needs, so it is not a dependency of the project, but kept in the user's
 * cache.
 */
async function installed(): Promise<Httpyac> {
  const cache = join(homedir(), '.cache');
  const folder = join(cache, 'waybill', `httpyac-${version}`);
  const entry = join(folder, 'node_modules/httpyac/dist/index.js');
  const isThere = await access(entry).then(
    () => true,
    () => false,
  );
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  if (!isThere) await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, `httpyac@${version}`]);
  return createRequire(import.meta.url)(entry) as Httpyac;
}
