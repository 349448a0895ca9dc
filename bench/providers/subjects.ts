import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '@waybill/platform';

const chaos = new URL('../../services/chaos/', import.meta.url);

/** The service as it is deployed: alone in its process, with nothing in its books. */
export async function aService() {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const env = { ...process.env, WAYBILL_CHAOS_PORT: '0', WAYBILL_CHAOS_DATA: join(folder, 'chaos'), LOG_LEVEL: 'info' };
  const script = fileURLToPath(new URL('src/main.ts', chaos));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString().split('\n')[0] ?? '') as { url: string };
  return {
    url,
    /** What the process has in memory, as Linux counts it. */
    rssMiB: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** Its database without the service. */
export async function aDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const migrations = new URL('migrations', chaos);
  const url = process.env.DATABASE_URL;
  const database = await openDatabase({ url, dataDir: join(folder, 'chaos'), migrations, schema: 'chaos' });
  return { ...database, close: () => database.close().then(() => rm(folder, { recursive: true })) };
}
