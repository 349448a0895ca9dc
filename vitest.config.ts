import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * They replace, or count, what belongs to the whole process: its clock, timers, memory, warnings. What an earlier file has
 * left on its way (a connection that is still closing sets a timer) would be counted too, so each has a process of its own.
 */
export const ownProcess = [
  'test/seats.test.ts',
  'test/operation/{contexts,unobserved}.test.ts',
  'services/gateway/test/{admission,memory,change-feed,deadline,paced-delivery,polling,watch-retention}.test.ts',
  'services/platform/test/private-fault.test.ts',
  'schema/bounded/test/bounded.test.ts',
  'clients/typed/test/{silence,request,signal}.test.ts',
  'clients/web/test/{announcements,journal}.test.ts',
];

/** What dies, hangs or gets lost, at every step: it takes as long as all other scenarios together. */
export const campaigns = [
  'worker/test/{faults,undo-effects,lost-orders,resets,known-before,broken-providers,late-*,bounds,settling,flood,bugs,recovery,book-away,model}.scenario.ts',
  'worker/test/runs/{greeting,user-context,payment-cancellation,lost-runs}.scenario.ts',
  'services/*/test/database-silent.test.ts',
  'services/platform/test/{new-database,killed-database,process}.test.ts',
  'services/order-book/test/{commands,restore}.test.ts',
  'services/gateway/test/{fallback,forever,lost}.scenario.ts',
  'services/chaos/test/restart.test.ts',
  'tools/temporal/test/engine.scenario.ts',
  'tools/stack/test/endings.test.ts',
  'test/{connections,control-characters,starting}.test.ts',
  'test/{cuts,queues}.scenario.ts',
];

/** A worker process keeps what it has imported and compiled for its next file: what a test changes, it puts back. */
const sharedProcess = { isolate: false, setupFiles: ['test/support/put-back.ts'] };

const packages = ['{schema,clients,services,tools}/*/test/**', 'worker/test/**', 'test/**'];

/** Making a database takes seconds of CPU, copying one a tenth of that: see the file. */
const copiedDatabases = {
  name: 'copied databases',
  enforce: 'pre' as const,
  resolveId: (id: string, importer?: string) =>
    id === '@electric-sql/pglite' && importer?.endsWith('services/platform/src/database/pglite.ts')
      ? fileURLToPath(new URL('test/support/database-copies.ts', import.meta.url))
      : undefined,
};

export default defineConfig({
  plugins: [copiedDatabases],
  test: {
    expect: { poll: { timeout: 30_000 } }, // what takes a moment takes longer on a busy machine
    maxWorkers: availableParallelism() * 2, // half of the time a test waits: for a process, a database, the engine
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: packages.map((folder) => `${folder}/*.test.ts`),
          exclude: ['**/node_modules/**', 'test/e2e/**', ...ownProcess, ...campaigns],
          ...sharedProcess,
          globalSetup: ['tools/bundles/src/vitest.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'own process', include: ownProcess, testTimeout: 60_000 },
      },
      {
        // A file that needs Temporal is a scenario: `inject('temporalAddress')` is the engine of the whole run.
        extends: true,
        test: {
          name: 'scenarios',
          include: packages.map((folder) => `${folder}/*.scenario.ts`),
          exclude: ['**/node_modules/**', ...campaigns],
          globalSetup: ['tools/bundles/src/vitest.ts', 'tools/temporal/src/vitest.ts'],
          ...sharedProcess,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          include: ['test/e2e/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // `npm run prove -- campaigns` runs these, as CI does.
        extends: true,
        test: {
          name: 'campaigns',
          include: campaigns,
          globalSetup: ['tools/bundles/src/vitest.ts', 'tools/temporal/src/vitest.ts'],
          ...sharedProcess,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // What needs more than Node and an engine, or takes long: `npm run prove` runs these, one file after another.
        extends: true,
        test: {
          name: 'proofs',
          include: packages.map((folder) => `${folder}/*.proof.ts`),
          globalSetup: ['tools/temporal/src/vitest.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
  // One graphql-js: Vite would load the .mjs build while node_modules load the .js one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
});
