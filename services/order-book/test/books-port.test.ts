import { afterAll, describe } from 'vitest';
import { feed } from './suites/feed.ts';
import { pages } from './suites/pages.ts';
import { parallelWriters } from './suites/parallel-writers.ts';
import { recording } from './suites/recording.ts';
import { noPostgres, postgresServer } from './support/postgres.ts';
import { worldOn } from './support/world.ts';

const server = await postgresServer();
afterAll(() => server?.stop());

/** Every engine must pass every suite. */
const engines = [
  { where: 'in process', open: () => worldOn(), skip: false },
  {
    where: server ? 'in Postgres' : `in Postgres: skipped, ${noPostgres}`,
    open: async () => worldOn(await server?.freshDatabase()),
    skip: !server,
  },
];

for (const { where, open, skip } of engines) {
  describe.skipIf(skip)(`books kept ${where}`, () => {
    recording(open);
    pages(open);
    feed(open);
  });
}

// One connection never has two transactions open, so this can only go wrong in Postgres.
describe.skipIf(!server)(`books written by two processes${server ? '' : `: skipped, ${noPostgres}`}`, () => {
  parallelWriters(async () => (await server?.freshDatabase()) ?? '');
});
