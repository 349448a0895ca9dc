import { connect, orThrow, type Waybill } from '@waybill/client';
import { createOrderBookClient } from '@waybill/order-book-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { type Fleet, startFleet } from './fleet/fleet.ts';
import { type Load, startLoad } from './fleet/load.ts';
import { reportProgress } from './progress.ts';
import { anOrder, fillShelves, patiently } from './system.ts';

const secrets = { old: 'the secret of tokens that is replaced', next: 'the secret of tokens that replaces it' };
const tokens = {
  old: 'the-token-of-the-services-that-is-replaced',
  next: 'the-token-of-the-services-that-replaces-it',
};

type Age = 'old' | 'next';

/** The settings of a release; empty is as good as absent. */
const settingsOf = (first: Age, secondary?: Age): Record<string, string> => ({
  WAYBILL_JWT_SECRET: secrets[first],
  WAYBILL_SECONDARY_JWT_SECRET: secondary ? secrets[secondary] : '',
  WAYBILL_SERVICE_TOKEN: tokens[first],
  WAYBILL_SECONDARY_SERVICE_TOKEN: secondary ? tokens[secondary] : '',
});

const watched = ['WATCHED-1', 'WATCHED-2', 'WATCHED-3', 'WATCHED-4'];

let fleet: Fleet;
let clients: Record<Age, Waybill>;
let loads: Record<Age, Load>;

beforeAll(async () => {
  fleet = await startFleet(settingsOf('old'));
  clients = { old: await clientOf('old'), next: await clientOf('next') };
  await fillShelves(clients.old);
  await Promise.all(watched.map(placeWaiting));
  const old = startLoad(clients.old, watched, 'OLD');
  await release('1: the new ones are learnt', settingsOf('old', 'next'), [old]);
  loads = { old, next: startLoad(clients.next, watched, 'NEXT') };
  await release('2: the new ones are used', settingsOf('next', 'old'), [loads.old, loads.next]);
  await loads.old.stop(); // as after the last token of the old secret has expired
  await release('3: the old ones are refused', settingsOf('next'), [loads.next]);
  await loads.next.stop();
  reportProgress(JSON.stringify([loads.old.answers, loads.next.answers]));
}, 1_200_000);

afterAll(async () => {
  for (const client of Object.values(clients ?? {})) client.close();
  await fleet?.close();
});

const clientOf = async (age: Age) =>
  connect({ url: `${fleet.url}/graphql`, token: await aToken({}, secrets[age]), transport: 'sse' });

async function placeWaiting(orderId: string): Promise<void> {
  const order = { ...anOrder, orderId, requiresApproval: true, approvalTimeout: 'PT2H' };
  await patiently(async () => orThrow(await clients.old.orders.place(order)));
  await clients.old.orders.waitFor(orderId, 'AWAITING_APPROVAL');
}

/** Those who send are restarted before those who compare: whoever skipped a release would be refused. */
async function release(name: string, settings: Record<string, string>, under: Load[]): Promise<void> {
  for (const load of under) load.during(`release ${name}`);
  for (const service of ['worker', 'gateway', 'chaos', 'book'] as const) await fleet.restart(service, settings);
  reportProgress(`release ${name}`);
}

test('no request is refused while both secrets are replaced, release by release', () => {
  expect([...loads.old.failures, ...loads.next.failures]).toEqual([]);
  for (const { placed } of Object.values(loads)) expect(placed.length).toBeGreaterThan(0);
});

test('every order that was placed meanwhile ships, and none that waits was held up', async () => {
  for (const orderId of [...loads.old.placed, ...loads.next.placed])
    await clients.next.orders.waitFor(orderId, 'SHIPPED');
  for (const orderId of watched) orThrow(await clients.next.orders.approve(orderId));
  for (const orderId of watched) await clients.next.orders.waitFor(orderId, 'SHIPPED');
});

test('no step, write or read of any process was refused for its token', () => {
  const lines = fleet.output().split('\n');

  expect(lines.filter((line) => /Unauthorized|token is refused|SERVICE_TOKEN/.test(line))).toEqual([]);
  for (const hidden of [...Object.values(secrets), ...Object.values(tokens)])
    expect(fleet.output()).not.toContain(hidden);
});

test('afterwards the old secrets are refused', async () => {
  const book = createOrderBookClient({ baseUrl: fleet.bookUrl, serviceToken: tokens.old });

  await expect(book.page({ first: 1 }).finally(() => book.close())).rejects.toThrow('answered 401');
  await expect(clients.old.orders.get('WATCHED-1')).rejects.toThrow('The token is not valid here');
});
