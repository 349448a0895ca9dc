import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPrograms } from '@waybill/bundles';
import { openDatabase } from '@waybill/platform';

const chaos = new URL('../../services/chaos/', import.meta.url);
const ticksPerSecond = 100;

/** The service as deployed: alone in its process, with an empty database. */
export async function aService(databaseUrl: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const child = spawn(process.execPath, [(await bundledPrograms()).chaos], {
    env: {
      ...process.env,
      WAYBILL_CHAOS_PORT: '0',
      WAYBILL_CHAOS_DATA: join(folder, 'chaos'),
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString().split('\n')[0] ?? '') as { url: string };
  const known = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    url,
    /** The resident memory of the process. */
    rssMiB: async () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(await known('status'))?.[1]) / 1024),
    /** How long it has kept a core busy. */
    cpuMs: async () => {
      const [user, system] = (await known('stat')).replace(/.*\) /, '').split(' ').slice(11, 13).map(Number);
      return (((user ?? 0) + (system ?? 0)) * 1000) / ticksPerSecond;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Its database without the service. */
export async function aDatabase(url: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const migrations = new URL('migrations', chaos);
  const database = await openDatabase({ url, dataDir: join(folder, 'chaos'), migrations, schema: 'chaos' });
  return {
    ...database,
    cpuMs: async () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
    stop: () => database.close().then(() => rm(folder, { recursive: true, force: true })),
  };
}
