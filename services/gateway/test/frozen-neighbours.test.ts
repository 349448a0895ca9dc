import { createServer, type Socket } from 'node:net';
import { createOrderBookClient } from '@waybill/order-book-client';
import { NotRunning } from '@waybill/orders-client';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { openIsolatedGateway } from './support/isolated-gateway.ts';
import { operations, sample } from './support/operations.ts';
import { restAt } from './support/rest.ts';

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const unavailable = [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) })];

/** What asks no neighbour, what has a time of its own, and what reads everything. */
const others = ['query viewer', 'query services', 'query audit', 'mutation repairAudit'];
const waiting = operations()
  .map(({ operation: { kind, name, query }, field }) => ({ title: `${kind} ${name}`, name, query, args: field.args }))
  .filter(({ title }) => !title.startsWith('subscription') && !others.includes(title))
  .map(({ title, name, query, args }) => {
    const variables = JSON.stringify(Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type)])));
    const isOfRuns = /workflowRun|StandingOrder|refundPayment/.test(name);
    return [title, query, JSON.parse(isOfRuns ? variables.replace('ORD-1', 'STO-1') : variables)] as const;
  });

const behindNobody = aGateway({ orders: frozen(), runs: frozen(), book: frozen(), providers: frozen() }, 60);

test.each(waiting)(
  'while every neighbour is frozen, %s is answered that it cannot be now',
  async (_, query, variables) => {
    const { ask } = await behindNobody;

    expect((await ask(query, {}, variables)).errors).toEqual(unavailable);
  },
);

test('what comes after the end of a request is not begun', async () => {
  const placed: string[] = [];
  const place = () => {
    placed.push('order');
    return new Promise<never>(() => undefined);
  };
  const orders = new Proxy({} as never, { get: () => place });
  const { ask } = await aGateway({ orders }, 2_000);
  const input =
    '{ customerId: "ada", customerEmail: "a@example.com", items: [{ sku: "BOOK-001", quantity: 1 }], shippingAddress: { street: "1 Main St", city: "London", zip: "N1 9GU", country: "GB" } }';

  const { data, errors } = await ask(
    `mutation { a: placeOrder(input: ${input}) { __typename } b: placeOrder(input: ${input}) { __typename } }`,
  );

  expect(data).toBeNull();
  expect(errors).toEqual(unavailable);
  expect(placed).toEqual(['order']);
});

const book = frozenService();
const atFrozenServices = aGatewayAtFrozenServices();

test.each<[string, (gateway: Driver) => Promise<unknown>, unknown]>([
  ['an order', ({ ask }) => ask('{ order(id: "ORD-1") { id } }'), { errors: unavailable }],
  ['a list', ({ ask }) => ask('{ orders { nodes { id } } }'), { errors: unavailable }],
  [
    'a command',
    ({ ask }) => ask('mutation { approveOrder(input: { orderId: "ORD-1" }) { __typename } }'),
    { errors: unavailable },
  ],
  ['the chaos', ({ ask }) => ask('{ chaos { profile } }'), { errors: unavailable }],
  ['an order over REST', (gateway) => restAt(gateway).get('/orders/ORD-1'), { status: 503 }],
  ['a list over REST', (gateway) => restAt(gateway).get('/orders'), { status: 503 }],
  ['the end of an order over REST', (gateway) => restAt(gateway).get('/orders/ORD-1/result'), { status: 503 }],
  [
    'the stream of an order',
    (gateway) => streamOf(gateway, 'orderChanged(id: "ORD-1") { id }'),
    { errors: unavailable },
  ],
  [
    'the stream of a journal',
    (gateway) => streamOf(gateway, 'orderEvents(id: "ORD-1") { seq }'),
    { errors: unavailable },
  ],
  ['the stream of counts', (gateway) => streamOf(gateway, 'orderCountsChanged { total }'), { errors: unavailable }],
])('while order book and providers are frozen, %s is answered that it cannot be now', async (_, ask, expected) => {
  expect(await ask(await atFrozenServices)).toMatchObject(expected as object);
});

test('while order book and providers are frozen, the services are said not to answer', async () => {
  const { ask } = await atFrozenServices;

  const { data } = await ask('{ services { name ok } }');

  expect(data?.services).toContainEqual({ name: 'order book', ok: false });
  expect(data?.services).toContainEqual({ name: 'providers', ok: false });
});

/** The first event of a stream. */
async function streamOf({ stream }: Driver, field: string): Promise<unknown> {
  return (await (await stream(`subscription { ${field} }`)).next())?.data;
}

async function aGateway(
  neighbours: Parameters<typeof openIsolatedGateway>[0],
  requestTimeoutMs: number,
): Promise<Driver> {
  const gateway = await openIsolatedGateway({ ...neighbours, requestTimeoutMs, verdictTimeoutMs: requestTimeoutMs });
  closing.push(gateway.stop);
  return gateway;
}

/** Its clients are real; the engine runs no workflow. */
async function aGatewayAtFrozenServices(): Promise<Driver> {
  const baseUrl = await book;
  const clients = {
    book: createOrderBookClient({ baseUrl, deadlineMs: 60 }),
    providers: createProvidersClient({ baseUrl, deadlineMs: 60 }),
  };
  closing.push(clients.book.close, clients.providers.close);
  const orders = new Proxy({} as never, {
    get: (_, name) => () => Promise.reject(new NotRunning(`No workflow to ${String(name)}`)),
  });
  return aGateway({ ...clients, orders, runs: orders }, 30_000);
}

/** Takes connections, and says nothing: what the operating system does for a process that is stopped. */
async function frozenService(): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((socket) => void open.add(socket.on('error', () => undefined)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** Whatever it is asked, it never answers. */
function frozen(): never {
  const never = () => new Promise(() => undefined);
  return new Proxy(never, { get: (_, name) => (name === 'then' ? undefined : frozen()) }) as never;
}
