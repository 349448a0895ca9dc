import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { noPostgres, postgresServer } from '@waybill/platform/testing';
import { expect, test } from 'vitest';
import { aStory } from './support/orders.ts';
import { opening, openTestBook } from './support/test-book.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test.skipIf(noPostgres)(
  `the tables are created and compacted by commands, also repeatedly${noPostgres ? `: ${noPostgres}` : ''}`,
  async () => {
    const server = await postgresServer();
    const databaseUrl = await server.freshDatabase();
    const run = (script: string) =>
      promisify(execFile)('npm', ['run', '--silent', script], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: '', LOG_LEVEL: 'info' },
      });

    const migrated = [await run('migrate'), await run('migrate')];
    const { book, opened } = await openTestBook(databaseUrl);
    for (const write of aStory('o-1', ['RECEIVED', 'PROCESSING'])) await book.record(write);
    await run('compact');

    for (const { stdout } of migrated)
      expect(stdout).toMatch(/order book are up to date(.|\n)*providers are up to date/);
    const { changes } = await book.changes({ after: '0', waitMs: 0, signal: new AbortController().signal });
    expect(changes).toMatchObject([{ booked: { order: { orderId: 'o-1' } }, previousStatus: 'RECEIVED' }]);
    await opened.close();
    await server.stop();
  },
  2 * opening,
);
