import { rm } from 'node:fs/promises';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { lineTo, noPostgres, postgresServer } from '../testing/postgres.ts';
import { migrations } from './support/migrations.ts';

const minute = 60_000;
/** More than a pool has connections. */
const many = Array.from({ length: 20 }, (_, n) => n);

test.skipIf(noPostgres)(
  `a Postgres that is silent is asked by one probe at a time, which the others share${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const server = await postgresServer();
    const line = await lineTo(await server.freshDatabase());
    const folder = await migrations('create table notes (note text primary key)');
    const registry = new Registry();
    const database = await openDatabase({ url: line.url, migrations: folder, patienceMs: 10 * minute, registry });
    const inUse = async () => (await registry.metrics()).match(/^waybill_database_pool_.*"(busy|waiting)".*$/gm);
    line.fallSilent();

    const meanwhile = await Promise.all(many.map(() => database.reachable()));
    const later = await database.reachable();
    const connections = await inUse();
    line.speak();

    expect([...meanwhile, later]).toEqual([...many, 'later'].map(() => false));
    expect(connections).toEqual([
      'waybill_database_pool_connections{state="busy"} 1',
      'waybill_database_pool_connections{state="waiting"} 0',
    ]);
    await expect.poll(() => database.reachable()).toBe(true);
    await database.close();
    await Promise.all([line.close(), server.stop(), rm(folder, { recursive: true })]);
  },
  minute,
);
