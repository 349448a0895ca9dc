import { openDatabase, openLog, serve } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { chaosApp } from '../src/app.ts';
import { pause, until } from '../src/clock.ts';

const migrations = new URL('../migrations', import.meta.url);

export type World = Awaited<ReturnType<typeof aWorldOfProviders>>;

/** The providers on a free port with a database of their own, and a client that speaks to them. */
export async function aWorldOfProviders({
  url,
  dataDir,
  labelTimeMs = 0,
}: {
  url?: string;
  dataDir?: string;
  labelTimeMs?: number;
} = {}) {
  const database = await openDatabase({ url, dataDir, migrations, schema: 'chaos' });
  const app = chaosApp({
    database,
    log: openLog('chaos', 'silent'),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    until,
    pause,
    labelTimeMs,
    latencyMs: 0,
    hangMs: 100,
    slowMs: { from: 1, to: 5 },
    sources: {},
    control: true,
  });
  const served = await serve(app);
  const client = providersClient({ baseUrl: served.url });
  return {
    ...client,
    app,
    url: served.url,
    stop: async () => {
      await client.close();
      await served.close();
      await database.close();
    },
  };
}
