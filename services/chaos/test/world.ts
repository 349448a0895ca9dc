import { openDatabase, openLog, serve } from '@waybill/platform';
import { noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, describe } from 'vitest';
import { createChaosApp, type Memory } from '../src/app.ts';
import { pause, until } from '../src/clock.ts';

const migrations = new URL('../migrations', import.meta.url);

export type World = Awaited<ReturnType<typeof aWorldOfProviders>>;
export type WorldSettings = {
  url?: string | undefined;
  dataDir?: string;
  labelTimeMs?: number;
  memory?: Memory;
  patienceMs?: number;
};

/** The providers on a free port with a database of their own, and a client that speaks to them. */
export async function aWorldOfProviders({ labelTimeMs = 800, memory, ...kept }: WorldSettings = {}) {
  const database = await openDatabase({ ...kept, migrations, schema: 'chaos' });
  const log = openLog('chaos', 'silent');
  const app = createChaosApp(
    {
      database,
      log,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      until,
      pause,
      labelTimeMs,
      latencyMs: 0,
      hangMs: 30,
      slowMs: { from: 1, to: 5 },
      sources: {},
      control: true,
    },
    memory,
  );
  const served = await serve(app, { log });
  const client = createProvidersClient({ baseUrl: served.url });
  return {
    ...client,
    app,
    query: database.query,
    url: served.url,
    stop: async () => {
      await client.close();
      await served.close();
      await database.close();
    },
  };
}

export const minute = 60_000;

/** Tells the same sentences about the providers on each engine. Where there is no Postgres, that half is skipped. */
export function onEveryEngine(suite: (world: () => World) => void, settings: WorldSettings = {}): void {
  describe('in process', () => {
    let world: World;
    beforeAll(async () => {
      world = await aWorldOfProviders(settings);
    }, minute);
    afterAll(() => world.stop());
    suite(() => world);
  });

  describe.skipIf(noPostgres)(`in Postgres${noPostgres ? `: ${noPostgres}` : ''}`, () => {
    let world: World;
    let server: Server;
    beforeAll(async () => {
      server = await postgresServer();
      world = await aWorldOfProviders({ ...settings, url: await server.freshDatabase() });
    }, minute);
    afterAll(async () => {
      await world.stop();
      await server.stop();
    }, minute);
    suite(() => world);
  });
}
