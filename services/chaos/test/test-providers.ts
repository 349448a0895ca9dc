import { openDatabase, openLog, serve } from '@waybill/platform';
import { noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, describe } from 'vitest';
import { createChaosApp, type Memory } from '../src/app.ts';
import { pause, until } from '../src/clock.ts';

const migrations = new URL('../migrations', import.meta.url);

export type TestProviders = Awaited<ReturnType<typeof openTestProviders>>;
export type TestProvidersSettings = {
  url?: string | undefined;
  dataDir?: string;
  labelTimeMs?: number;
  memory?: Memory;
  patienceMs?: number;
};

/** The providers on a free port with their own database, and a client. */
export async function openTestProviders({ labelTimeMs = 800, memory, ...kept }: TestProvidersSettings = {}) {
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

/** Runs the same tests of the providers on each engine. Without Postgres, that half is skipped. */
export function onEveryEngine(
  suite: (testProviders: () => TestProviders) => void,
  settings: TestProvidersSettings = {},
): void {
  describe('in process', () => {
    let testProviders: TestProviders;
    beforeAll(async () => {
      testProviders = await openTestProviders(settings);
    }, minute);
    afterAll(() => testProviders.stop());
    suite(() => testProviders);
  });

  describe.skipIf(noPostgres)(`in Postgres${noPostgres ? `: ${noPostgres}` : ''}`, () => {
    let testProviders: TestProviders;
    let server: Server;
    beforeAll(async () => {
      server = await postgresServer();
      testProviders = await openTestProviders({ ...settings, url: await server.freshDatabase() });
    }, minute);
    afterAll(async () => {
      await testProviders.stop();
      await server.stop();
    }, minute);
    suite(() => testProviders);
  });
}
