import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type ConnectOptions, connect, OrdersDocument, PlaceOrderDocument, Unauthenticated } from '@waybill/client';
import { cuttable } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { approving, aWaitingOrder } from '../services/gateway/test/support/sentences.ts';
import { openShop, type Shop } from '../services/gateway/test/support/shop.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';

const transports = ['ws', 'sse'] as const;
const root = new URL('../', import.meta.url);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('the example of README places an order and watches it to the end', async () => {
  const token = await aToken({ sub: 'CUST-1', role: 'customer' });
  const [, program = ''] = /```ts\n(.*?)```/s.exec(await readFile(new URL('README.md', root), 'utf8')) ?? [];
  const running = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: root, // where its import is found
    env: { ...process.env, WAYBILL_URL: shop.gateway.endpoint, TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = text(running.stdout);

  await shop.gateway.told(approving(await orderThatWaits()));

  expect((await output).trim().split('\n').at(-1)).toMatch(/^SHIPPED/);
});

test.each(transports)(
  'over %s, the journal of a real order is delivered once, despite disconnects',
  async (transport) => {
    const way = await cuttable(shop.gateway.url.replace('http://', ''));
    const client = await aClient({ transport, url: `http://${way.address}/graphql` });
    const id = await aWaitingOrder(shop.gateway);
    const events = client.orders.events(id);
    const seen = [await events.next(), await events.next()];

    for (const times of [3, 1, 2]) {
      way.cut();
      await shop.testEngine.happen(id, times);
      way.mend();
      seen.push(await events.next());
    }
    await shop.gateway.told(approving(id));
    for await (const value of events) seen.push({ value });

    expect(seen.map(({ value }) => value?.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(seen.at(-1)?.value?.type).toBe('ORDER_CLOSED');
    client.close();
    await way.close();
  },
);

test.each(transports)('over %s, a watch outlives its token, and ends with its order', async (transport) => {
  const tokens = [aToken({ endsInMs: 1_500 }), aToken()];
  const client = await aClient({ transport, token: () => tokens.shift() ?? aToken() });
  const id = await aWaitingOrder(shop.gateway);
  const seen = all(client.orders.watch(id));

  await expect.poll(() => tokens.length, { timeout: 30_000 }).toBe(0);
  await shop.gateway.told(approving(id));

  expect((await seen).at(-1)?.status).toBe('SHIPPED');
  client.close();
});

test.each(transports)('over %s, a list continues from its page, whatever happens meanwhile', async (transport) => {
  const client = await aClient({ transport });
  const filter = { customerId: crypto.randomUUID() };
  const { orders } = await client.request(OrdersDocument, { filter });

  const input = { ...anOrder, ...filter };
  const { placeOrder } = await client.request(PlaceOrderDocument, { input }, { idempotencyKey: filter.customerId });
  const changes = client.orders.changes(filter, { after: orders.changesCursor });
  const first = await changes.next();
  await changes.return();

  expect(orders.nodes).toEqual([]);
  expect(placeOrder.__typename).toBe('PlaceOrderPayload');
  expect(first.value?.order).toMatchObject(filter);
  client.close();
});

test.each(transports)('over %s, an unsigned token is refused with a named error', async (transport) => {
  const id = await aWaitingOrder(shop.gateway);
  const client = await aClient({ transport, token: () => 'stolen' });

  await expect(client.orders.watch(id).next()).rejects.toThrow(Unauthenticated);
  await expect(client.request(PlaceOrderDocument, { input: anOrder })).rejects.toThrow(Unauthenticated);
});

const anOrder = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 Main St', city: 'Springfield', zip: '62701', country: 'US' },
};

/** A client of the gateway that reconnects at once. */
async function aClient(options: Partial<ConnectOptions> = {}) {
  const token = await aToken();
  return connect({ url: shop.gateway.endpoint, token: () => token, WebSocket, random: () => 0.1, ...options });
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const results: T[] = [];
  for await (const item of stream) results.push(item);
  return results;
}

/** The id of the order that waits for a manager, as soon as there is one. */
async function orderThatWaits(): Promise<string> {
  const ids = async () => {
    const answer = await shop.gateway.told<{ orders: { nodes: { id: string }[] } }>(
      '{ orders(filter: { status: [AWAITING_APPROVAL] }) { nodes { id } } }',
    );
    return answer.orders.nodes.map(({ id }) => id);
  };
  await expect.poll(ids, { timeout: 20_000 }).toHaveLength(1);
  return (await ids())[0] ?? '';
}
