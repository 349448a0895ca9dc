import { connect, orThrow, type Waybill } from '@waybill/client';
import { createOrderBookClient, type OrderBookClient } from '@waybill/order-book-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { type Fleet, startFleet } from './fleet/fleet.ts';
import { type Load, readAll, startLoad } from './fleet/load.ts';
import { openWatchers, type Seen, type Watchers } from './fleet/watchers.ts';
import { reportProgress } from './progress.ts';
import { anOrder, fillShelves, patiently } from './system.ts';

const watcherCount = 2_000;
const watched = Array.from({ length: 20 }, (_, at) => `WATCHED-${at + 1}`);

let fleet: Fleet;
let client: Waybill;
let book: OrderBookClient;
let watchers: Watchers;
let load: Load;
let seen: Seen[];
const withoutEngine: Record<string, number> = {};

beforeAll(async () => {
  fleet = await startFleet();
  const token = await aToken();
  client = connect({ url: `${fleet.url}/graphql`, token, transport: 'sse' });
  book = createOrderBookClient({ baseUrl: fleet.bookUrl });
  await fillShelves(client);
  await Promise.all(watched.map(placeWaiting));
  watchers = await openWatchers(fleet.url, token, watched, watcherCount);
  reportProgress(`${watcherCount} watchers`);
  load = startLoad(client, watched);
  for (const service of ['gateway', 'worker', 'chaos', 'book'] as const) {
    load.during(`restarts of ${service}`);
    await fleet.restart(service);
    reportProgress(`${service}: both were restarted`);
  }
  await load.stop();
  reportProgress(`${JSON.stringify(load.answers)} ${load.failures.join('; ')}`);
  for (const orderId of load.placed) await client.orders.waitFor(orderId, 'SHIPPED');
  reportProgress('all that was placed is shipped');
  await readsWithoutEngine();
  reportProgress('all was read without the engine');
  await Promise.all(watched.map((orderId) => patiently(() => client.orders.cancel(orderId, 'The proof is over'))));
  reportProgress('the orders that are watched have ended');
  seen = await watchers.ended();
  reportProgress('every watcher knows');
}, 900_000);

afterAll(async () => {
  watchers?.close();
  client?.close();
  await book?.close();
  await fleet?.close();
});

async function placeWaiting(orderId: string): Promise<void> {
  const order = { ...anOrder, orderId, requiresApproval: true, approvalTimeout: 'PT2H' };
  await patiently(async () => orThrow(await client.orders.place(order)));
  await client.orders.waitFor(orderId, 'AWAITING_APPROVAL');
}

/** Each kind of read while the engine is away; it comes back over what it kept. */
async function readsWithoutEngine(): Promise<void> {
  await fleet.engine.stop();
  await readAll(client, watched[0] ?? '', load.placed[0] ?? '', async (what, ask) => {
    const answer = await ask().catch((error: Error) => `${error.name}: ${error.message}`);
    withoutEngine[`${what}: ${answer}`] = 1;
  });
  await fleet.engine.start();
}

test('no request fails while gateways, workers, providers and order books are restarted in turn', () => {
  expect(load.failures).toEqual([]);
  const answers = Object.keys(load.answers).sort();
  expect(answers).toEqual([
    'change: ChangeShippingAddressPayload',
    'counts: found',
    'journal: found',
    'list: found',
    'older order: found',
    'open order: found',
    'place: PlaceOrderPayload',
  ]);
});

test('every watcher of a journal gets each entry once and in order', async () => {
  const journals = new Map<string, string[]>();
  for (const orderId of watched) {
    const { entries } = await book.journal(orderId, { first: 1_000 });
    journals.set(
      orderId,
      entries.map(({ seq, type }) => `${seq} ${type}`),
    );
  }

  const readers = seen.filter(({ entries }) => entries.length > 0);
  expect(readers).toHaveLength(watcherCount / 2);
  for (const { orderId, entries, cursors } of readers) {
    expect(entries).toEqual(journals.get(orderId));
    expect(new Set(cursors).size).toBe(entries.length);
  }
});

test('every watcher of a state gets nothing older than before, and the end of the order', () => {
  const readers = seen.filter(({ entries }) => entries.length === 0);
  const falling = readers.filter(({ revisions }) => revisions.some((it, at) => it < (revisions[at - 1] ?? 0)));

  expect(readers).toHaveLength(watcherCount / 2);
  expect(falling).toEqual([]);
  expect(new Set(readers.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
});

test('reads are answered while the engine is stopped', () => {
  expect(Object.keys(withoutEngine).sort()).toEqual([
    'counts: found',
    'journal: found',
    'list: found',
    'older order: found',
    'open order: found',
  ]);
});
