import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@waybill/temporal';
import pg from 'pg';

const run = promisify(execFile);
const programs = '/usr/lib/postgresql/15/bin';

export type Cluster = Awaited<ReturnType<typeof createCluster>>;

/**
 * A Postgres with safe settings, which archives its log as it is written; it can be destroyed, and restored.
 * Longer than 40 lines: what can be done to it.
 */
export async function createCluster(folder: string) {
  const owner = await ownerOf(folder);
  const port = await freePort();
  const [data, backup, archive] = ['data', 'backup', 'archive'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const call = (program: string, args: string[]) => run(join(programs, program), args, owner);
  await call('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8']);
  await appendFile(join(data, 'postgresql.conf'), settingsOf(folder, port));
  let server: ChildProcess | undefined;
  let receiver: ChildProcess | undefined;

  const start = async () => {
    const log = openSync(join(folder, 'postgres.log'), 'a');
    const begun = spawn(join(programs, 'postgres'), ['-D', data], { ...owner, stdio: ['ignore', log, log] });
    closeSync(log);
    server = begun;
    await answering(urlOf(port, 'postgres'), begun);
  };
  const end = async (child: ChildProcess | undefined, signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    port,
    url: (database: string) => urlOf(port, database),
    start,
    /** Whatever was committed is there when it starts again. */
    kill: () => end(server, 'SIGQUIT'),
    /** A copy of everything, and from then on the log of every change, as it happens. */
    async backUp() {
      await mkdir(archive);
      if (owner) await chown(archive, owner.uid, owner.gid);
      const at = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'postgres'];
      receiver = spawn(join(programs, 'pg_receivewal'), [...at, '-D', archive, '--synchronous'], {
        ...owner,
        stdio: 'ignore',
      });
      await call('pg_basebackup', [...at, '-D', backup, '-X', 'none', '-c', 'fast']);
    },
    /** The processes and the files. */
    async destroy() {
      await end(server, 'SIGKILL');
      await end(receiver, 'SIGTERM');
      await rm(data, { recursive: true });
    },
    /** The copy, with its log up to this moment. */
    async restore(to: Date) {
      await run('cp', ['-a', backup, data]);
      await run('sh', ['-c', `for file in *.partial; do [ ! -e "$file" ] || mv "$file" "\${file%.partial}"; done`], {
        cwd: archive,
      });
      await writeFile(join(data, 'recovery.signal'), '');
      await appendFile(join(data, 'postgresql.conf'), recoveryOf(archive, to));
      if (owner) await chown(join(data, 'recovery.signal'), owner.uid, owner.gid);
      await start();
      if (server) await writable(urlOf(port, 'postgres'), server);
    },
    async stop() {
      await end(receiver, 'SIGTERM');
      await end(server, 'SIGINT');
    },
  };
}

const urlOf = (port: number, database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

const settingsOf = (folder: string, port: number) => `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = '${folder}'
max_connections = 200
wal_level = replica
`;

const recoveryOf = (archive: string, to: Date) => `
restore_command = 'cp ${archive}/%f %p'
recovery_target_time = '${to.toISOString().replace('T', ' ').replace('Z', '+00')}'
recovery_target_action = 'promote'
`;

/** Postgres refuses to run as root. */
async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout);
  const owner = { uid: await idOf('-u'), gid: await idOf('-g') };
  await chown(folder, owner.uid, owner.gid);
  await chmod(folder, 0o755);
  return owner;
}

const answering = (url: string, server: ChildProcess) => untilIt(url, server, 'select 1');
const writable = (url: string, server: ChildProcess) => untilIt(url, server, 'create temporary table written ()');

async function untilIt(url: string, server: ChildProcess, statement: string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('Postgres ended: its log says why');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(statement);
      return;
    } catch {
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
