import { type ChildProcess, spawn } from 'node:child_process';
import { inspect } from 'node:util';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { bundledPrograms } from '@waybill/bundles';
import { createOrderBookClient } from '@waybill/order-book-client';
import { noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import { createProvidersClient } from '@waybill/providers-client';
import { freePort } from '@waybill/temporal';
import { createOrdersActivities } from '@waybill/worker';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aToken, secret } from '../services/gateway/test/support/tokens.ts';
import { aWrite } from '../services/order-book/test/support/orders.ts';
import { breakages } from './support/breakages.ts';

const canaries = /canary/i;
const customerEmail = 'canary@canary.example';
const shippingAddress = { street: '7 Canary Row', city: 'Canaryville', state: 'IL', zip: '62701', country: 'US' };
const message = { kind: 'CONFIRMATION', recipient: customerEmail, detail: 'to 7 Canary Row' } as const;

const tables = ['order_book.orders', 'chaos.answers', 'chaos.messages'];

let postgres: Server;
let services: Awaited<ReturnType<typeof startedOn>>;
let client: pg.Client;
beforeAll(async () => {
  postgres = await postgresServer();
  const connectionString = await postgres.freshDatabase();
  services = await startedOn(connectionString);
  client = new pg.Client({ connectionString });
  await client.connect();
}, 120_000);
afterAll(async () => {
  services.stop();
  await client.end();
  await postgres.stop();
});

const withEach = describe.skipIf(noPostgres).each(Object.entries(breakages));

withEach(`with a database that %s${noPostgres ?? ''}`, (_, breakage) => {
  beforeAll(async () => {
    services.forgetLogs();
    for (const table of tables) await client.query(breakage.breaks(table));
  });
  afterAll(async () => {
    for (const table of tables) await client.query(breakage.mends(table));
  });

  test('no log and no failure names a customer, and messages to people are plain', async () => {
    const { chaosUrl, bookUrl } = services;
    const logged: LogEntry[] = [];
    const logger = new DefaultLogger('TRACE', (entry) => logged.push(entry));
    const environment = new MockActivityEnvironment({ startToCloseTimeoutMs: 10_000 }, { logger });
    const [providers, book] = [
      createProvidersClient({ baseUrl: chaosUrl }),
      createOrderBookClient({ baseUrl: bookUrl }),
    ];
    const activities = createOrdersActivities(providers, book);
    const failureOf = (run: Promise<unknown>) =>
      run.then(
        () => 'done',
        ({ message: told }: Error) => told,
      );
    // What was asked while another breakage lasted may be answered late, and for good: each has an order of its own.
    const orderId = `o-${Object.values(breakages).indexOf(breakage) + 1}`;
    const which = { orderId, correlationId: 'cor-1' };
    const { order, entries, fingerprint } = aWrite({ orderId, customerEmail, shippingAddress });

    const lines = [
      await failureOf(environment.run(activities.recordOrder, { order, entries, fingerprint, correlationId: 'cor-1' })),
      await failureOf(environment.run(activities.notifyCustomer, { ...which, ...message })),
    ];
    await providers.shipping
      .createLabel({ orderId, address: shippingAddress }, { correlationId: 'cor-2' })
      .catch(() => undefined);
    const answer = await services.placeOrder();
    await Promise.all([providers.close(), book.close()]);

    const plain = 'The service that does this did not answer as expected';
    expect(lines).toEqual([plain, plain]);
    expect(inWhole(logged)).toContain("correlationId: 'cor-1'");
    expect(services.logs()).toContain('"correlationId":"cor-1"');
    expect(answer).not.toMatch(/127\.0\.0\.1|ECONN|answered \d/);
    for (const text of [services.logs(), inWhole(logged), answer]) expect(text).not.toMatch(canaries);
  });
});

const inWhole = (entries: LogEntry[]) => inspect(entries, { depth: null, maxArrayLength: null, maxStringLength: null });

async function startedOn(databaseUrl: string) {
  const [chaos, book, gateway] = [await freePort(), await freePort(), await freePort()];
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const logs: string[] = [];
  const programs = await bundledPrograms();
  const children = [
    child(programs.chaos, { DATABASE_URL: databaseUrl, WAYBILL_CHAOS_PORT: `${chaos}` }, logs),
    child(programs['order-book'], { DATABASE_URL: databaseUrl, WAYBILL_ORDER_BOOK_PORT: `${book}` }, logs),
    child(
      programs.gateway,
      {
        WAYBILL_JWT_SECRET: secret,
        WAYBILL_GATEWAY_PORT: `${gateway}`,
        WAYBILL_CHAOS_URL: url(chaos),
        WAYBILL_ORDER_BOOK_URL: url(book),
        TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
      },
      logs,
    ),
  ];
  await Promise.all([`${url(chaos)}/ready`, `${url(book)}/ready`, `${url(gateway)}/health`].map(answering));
  return {
    chaosUrl: url(chaos),
    bookUrl: url(book),
    logs: () => logs.join(''),
    forgetLogs: () => void logs.splice(0),
    placeOrder: async () => {
      const { street, city, state, zip, country } = shippingAddress;
      const query = `mutation { placeOrder(input: { customerId: "c-1", customerEmail: "${customerEmail}", orderId: "o-1",
        items: [{ sku: "BOOK-001", quantity: 1 }], shippingAddress: { street: "${street}", city: "${city}",
        state: "${state}", zip: "${zip}", country: "${country}" } }) { __typename } }`;
      const headers = { authorization: `Bearer ${await aToken()}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      return (await fetch(`${url(gateway)}/graphql`, { method: 'POST', headers, body })).text();
    },
    stop: () => {
      for (const each of children) each.kill('SIGKILL');
    },
  };
}

function child(program: string, env: Record<string, string>, logs: string[]): ChildProcess {
  const { PATH = '' } = process.env;
  const started = spawn(process.execPath, [program], { env: { PATH, LOG_LEVEL: 'trace', ...env } });
  for (const output of [started.stdout, started.stderr]) output.on('data', (bytes) => logs.push(String(bytes)));
  return started;
}

async function answering(url: string): Promise<void> {
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100));
}
