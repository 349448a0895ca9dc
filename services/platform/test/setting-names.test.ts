import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { BadSettings } from '@waybill/contracts/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningBy, openDatabase, openLog, openMetrics, serve } from '../src/index.ts';
import { migrations } from './support/migrations.ts';

const taken = createServer();
let port = 0;
beforeAll(async () => {
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  port = (taken.address() as { port: number }).port;
});
afterAll(() => taken.close());

const log = openLog('test', 'silent');
const app = { fetch: () => new Response() };

test.each<[string, () => { host: string; port: number }, string]>([
  ['a port that is taken', () => ({ host: '127.0.0.1', port }), 'EADDRINUSE'],
  ['an address of another machine', () => ({ host: '203.0.113.7', port: 0 }), 'EADDRNOTAVAIL'],
  ['a host that nobody knows', () => ({ host: 'nowhere.invalid', port: 0 }), 'nowhere.invalid'],
])('an error about listening at %s names its settings', async (_, address, why) => {
  const opening = listeningBy('WAYBILL_X_HOST and WAYBILL_X_PORT', serve(app, { ...address(), log }));

  const error = await opening.catch((failed: unknown) => failed);

  expect(error).toBeInstanceOf(BadSettings);
  expect(error).toMatchObject({ message: expect.stringMatching(`^WAYBILL_X_HOST and WAYBILL_X_PORT: .*${why}`) });
});

test('an error about the port of the metrics names its settings', async () => {
  const opening = openMetrics({ host: '127.0.0.1', port }, log);

  await expect(opening).rejects.toThrow(/^WAYBILL_METRICS_HOST and WAYBILL_METRICS_PORT: .*EADDRINUSE/);
});

test.each([
  ['a file', fileURLToPath(import.meta.url), 'ENOTDIR'],
  ['a folder of other files', fileURLToPath(new URL('.', import.meta.url)), 'it contains other files'],
])('an error about a folder of tables that is %s names its setting', async (_, dataDir, why) => {
  const opening = openDatabase({ dataDir, dataDirSetting: 'WAYBILL_X_DATA', migrations: await migrations('select 1') });

  await expect(opening).rejects.toThrow(new RegExp(`^WAYBILL_X_DATA: .*${why}`));
});

test('an error about a database that accepts connections and never answers says so, and names its setting', async () => {
  const url = `postgres://127.0.0.1:${port}/books`;

  const opening = openDatabase({ url, migrations: await migrations('select 1'), patienceMs: 200 });

  await expect(opening).rejects.toThrow(/^DATABASE_URL: the server did not answer within 0.2 s$/);
});

test('an error about a missing database names its setting, and never its password', async () => {
  const url = 'postgres://shop:open-sesame@127.0.0.1:1/books';

  const error = await openDatabase({ url, migrations: await migrations('select 1') }).catch(
    (failed: unknown) => failed,
  );

  expect(error).toMatchObject({ message: expect.stringMatching(/^DATABASE_URL: .*ECONNREFUSED/) });
  expect(String(error)).not.toContain('open-sesame');
});
