import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { collectionsHeldIn } from './support/collections.ts';

const folders = [
  'schema',
  'clients/http',
  'clients/order-book',
  'clients/orders',
  'clients/providers',
  'services',
  'worker/src/activities',
  'worker/src/book-audit',
];

const oneCall = 'lives as long as one call';
const connections = 'one for each connection, of which the process has only so many';

/** Plain collections that are allowed, with what bounds them. Everything else must use `@waybill/bounded`. */
const bounded: Record<string, string> = {
  'schema/contracts/src/validation/validation.ts problems': oneCall,
  'clients/orders/src/reading/history-event.ts scheduled': oneCall,
  'services/chaos/src/audit/audit.ts violations': oneCall,
  'services/chaos/src/calls/run-once.ts running': 'one for each request that is being answered',
  'services/chaos/src/calls/unit-of-work.ts writes': oneCall,
  'services/gateway/src/ports/lookup-cache.ts found': oneCall,
  'services/gateway/src/ports/services.ts known': 'the five parts of the system',
  'services/gateway/src/ports/timeline.ts entries': oneCall,
  'services/gateway/src/transports/http/body.ts chunks': 'counted against the limit of a body',
  'services/gateway/src/execution/limits/document.ts known': oneCall,
  'services/gateway/src/execution/limits/limit-per-user.ts openBy': connections,
  'services/gateway/src/execution/selection.ts names': oneCall,
  'services/gateway/src/transports/rest/repeated-keys.ts new Set()': oneCall,
  'services/gateway/src/transports/rest/shapes/input.ts byName': 'one for each named type of the schema',
  'services/gateway/src/transports/rest/shapes/output.ts byName': 'one for each named type of the schema',
  'services/gateway/src/transports/ws/keep-alive.ts heartbeats': connections,
  'services/gateway/src/transports/ws/running-operations.ts #operations': 'as many as a socket may have at once',
  'services/gateway/src/live/notifier.ts #listeners': connections,
  'services/gateway/src/live/notifier.ts #waiting': connections,
  'services/gateway/src/live/watch/broadcast-group.ts #subscriptions': connections,
  'services/gateway/src/live/journal-tail.ts #entries': 'cut to the newest 500',
  'services/order-book/src/infrastructure/notifier.ts waiting': connections,
  'services/platform/src/database/client.ts #names': 'takes no more than 500',
  'services/platform/src/http/connections.ts open': connections,
  'services/platform/src/database/pglite.ts #gathered': 'the statements that are on their way',
  'services/platform/src/database/pglite.ts replies': oneCall,
  'services/platform/src/http/guard.ts new Set()': 'nothing is ever added to it',
  'services/platform/src/http/counter.ts series': 'root fields of the schema: only valid operations are counted',
  'services/platform/src/http/histogram.ts series': 'methods, patterns of paths and statuses: each of a few',
  'services/platform/src/database/pools.ts new Set()': 'the connections of a pool',
};

test('every collection in a process is bounded', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\/src\/(?!testing).*\.ts$/.test(file) && !file.startsWith('schema/bounded/'));

  const held = files.flatMap((file) => collectionsHeldIn(file).map(({ name }) => `${file} ${name}`));

  expect([...new Set(held)].sort()).toEqual(Object.keys(bounded).sort());
});
