import { createOrderBookClient } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { type Line, lineTo, noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import pg from 'pg';
import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOrderBook } from '../src/index.ts';
import { changesChannel } from '../src/infrastructure/feed.ts';
import { listenForChanges } from '../src/infrastructure/listen.ts';
import { aWrite } from './support/orders.ts';
import { opening, writtenAt } from './support/test-book.ts';

/** More than the book has connections. */
const many = Array.from({ length: 20 }, (_, n) => `o-${n}`);

describe.skipIf(noPostgres)(`when its Postgres is silent${noPostgres ? `: ${noPostgres}` : ''}`, () => {
  let server: Server;
  let url: string;
  let line: Line;
  beforeAll(async () => {
    server = await postgresServer();
  }, opening);
  beforeEach(async () => {
    url = await server.freshDatabase();
    line = await lineTo(url);
  });
  afterEach(() => line.close());
  afterAll(() => server.stop(), opening);

  test('the book accepts no order and loses no connection, and continues when it is back', async () => {
    const log = openLog('order-book', 'silent');
    const served = await startOrderBook({ log, databaseUrl: line.url, now: () => writtenAt, patienceMs: 2_000 });
    const book = createOrderBookClient({ baseUrl: served.url });
    const record = (orderId: string) => book.record(orderId, aWrite({ orderId }));
    await Promise.all(many.map(record));

    line.fallSilent();
    const meanwhile = await Promise.allSettled(many.map((id) => record(`meanwhile ${id}`)));
    const ready = (await fetch(`${served.url}/ready`)).status;
    const health = (await fetch(`${served.url}/health`)).status;
    line.speak();
    const after = await Promise.allSettled(many.map((id) => record(`after ${id}`)));

    const unavailable = { status: 'rejected', reason: { name: 'Unavailable' } };
    expect(meanwhile).toMatchObject(many.map(() => unavailable));
    expect([ready, health]).toEqual([503, 200]);
    expect(after).toMatchObject(many.map(() => ({ status: 'fulfilled' })));
    await book.close();
    await served.stop();
  });

  test('its metrics and its health are told while nothing is answered, and say so', async () => {
    const registry = new Registry();
    const options = { log: openLog('order-book', 'silent'), databaseUrl: line.url, registry, now: () => writtenAt };
    const served = await startOrderBook({ ...options, patienceMs: 600_000 });
    const reachable = async () => /^waybill_database_reachable (.)$/m.exec(await registry.metrics())?.[1];
    await expect.poll(reachable).toBe('1');

    line.fallSilent();
    const asked = [await reachable(), await reachable()];
    const health = (await fetch(`${served.url}/health`)).status;
    line.speak();

    expect([...asked, health]).toEqual(['0', '0', 200]);
    await expect.poll(reachable).toBe('1');
    await served.stop();
  });

  test('it is not ready within two seconds, however many probes ask, and ready once it is back', async () => {
    const options = { log: openLog('order-book', 'silent'), databaseUrl: line.url, now: () => writtenAt };
    const served = await startOrderBook({ ...options, patienceMs: 600_000 });
    const probe = async () => {
      const response = await fetch(`${served.url}/ready`, { signal: AbortSignal.timeout(2_000) });
      return [response.status, await response.json()];
    };

    line.fallSilent();
    const meanwhile = await Promise.all(many.map(probe));
    line.speak();

    expect(meanwhile).toEqual(many.map(() => [503, { status: 'database unreachable' }]));
    await expect.poll(probe).toEqual([200, { status: 'ready' }]);
    await served.stop();
  });

  test('a silent connection for notifications is replaced', async () => {
    let rings = 0;
    const onChange = () => void rings++;
    const listening = await listenForChanges({
      connectionString: line.url,
      onChange,
      onReconnect: async () => undefined,
      patienceMs: 200,
    });
    line.strand();
    const before = rings;

    await expect.poll(() => rings, { timeout: 30_000 }).toBeGreaterThan(before);
    const replaced = rings;
    const teller = new pg.Client({ connectionString: url });
    await teller.connect();
    await teller.query(`notify ${changesChannel}`);

    await expect.poll(() => rings).toBeGreaterThan(replaced);
    await teller.end();
    listening.close();
  });
});
