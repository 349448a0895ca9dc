import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

export { type Line, lineTo } from './line.ts';

/** A Postgres server, in which every caller gets a database of its own. */
export type Server = {
  freshDatabase: () => Promise<string>;
  /** Freezes all of its processes; `thaw` continues them. Only for a server that was started here. */
  freeze: () => Promise<void>;
  thaw: () => Promise<void>;
  stop: () => Promise<void>;
};

const run = promisify(execFile);

const programs = await programsFolder();

/** Why a test cannot have Postgres here; undefined where it can. */
export const noPostgres =
  process.env.DATABASE_URL || programs
    ? undefined
    : 'skipped, there is no DATABASE_URL and no postgres program on this machine';

/** Why a test cannot have a Postgres that it may stop or freeze. */
export const noPostgresOfOurs =
  noPostgres ?? (process.env.DATABASE_URL ? 'skipped, this Postgres was not started by the test' : undefined);

/**
 * The server of `DATABASE_URL`, or one that is started here in a temporary folder. Call it when tests run, not when
 * they are collected: if all of them are filtered out, nothing would stop it.
 */
export async function postgresServer(): Promise<Server> {
  const given = process.env.DATABASE_URL;
  if (given) return { ...serverAt(given), ...notOurs, stop: async () => {} };
  if (!programs) throw new Error(noPostgres);
  return startedIn(await mkdtemp(join(tmpdir(), 'waybill-postgres-')), programs);
}

async function programsFolder(): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

async function startedIn(folder: string, programs: string): Promise<Server> {
  const owner = await someoneElse();
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8'], owner);
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'].flatMap((set) => [
    '-c',
    set,
  ]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...owner, stdio: 'ignore' });
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  const url = `postgres://postgres@${encodeURIComponent(folder)}/postgres`;
  await answering(url);
  return {
    ...serverAt(url),
    freeze: () => signalAll(child, 'SIGSTOP'),
    thaw: () => signalAll(child, 'SIGCONT'),
    stop: async () => {
      process.off('exit', stopWithUs);
      await ended(child);
      await rm(folder, { recursive: true });
    },
  };
}

const notOurs = {
  freeze: () => Promise.reject(new Error(noPostgresOfOurs)),
  thaw: () => Promise.reject(new Error(noPostgresOfOurs)),
};

/** The main process first: it starts no new ones while it is stopped. */
async function signalAll(server: ChildProcess, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  server.kill(signal);
  const { stdout } = await run('pgrep', ['-P', String(server.pid)]);
  for (const pid of stdout.split('\n').filter(Boolean)) process.kill(Number(pid), signal);
}

/** Postgres refuses to run as root. */
async function someoneElse(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

function serverAt(url: string): Pick<Server, 'freshDatabase'> {
  let given = 0;
  return {
    async freshDatabase() {
      given += 1;
      const name = `waybill_test_${process.pid}_${given}`;
      await withClient(url, (client) => client.query(`create database ${name}`));
      return url.replace(/\/[^/]*$/, `/${name}`);
    },
  };
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
