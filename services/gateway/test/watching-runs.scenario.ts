import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { counting } from './support/counting.ts';
import type { Driver } from './support/driver.ts';
import { type EventStream, eventStream } from './support/event-stream.ts';
import { restAt } from './support/rest.ts';
import { aGreeting } from './support/sample-runs.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const changed = (id: string) => `subscription { workflowRunChanged(id: "${id}") { revision } }`;

test('a thousand subscribers of one run cost one watch, and as many queries as one subscriber', async () => {
  const { watches, queries } = await costOf(1_000);

  expect(watches).toBe(1);
  expect(queries).toBeLessThanOrEqual(3); // one for its visibility, one for its state, and one for its change
});

test('a standing order is followed into the next execution, with growing revisions', async () => {
  const id = await aStandingOrder();
  const stream = await shop.gateway.stream(changed(id));
  const before = await idsUpTo(stream, 1);

  await shop.stage.runContinues(id);
  const across = await idsUpTo(stream, 2);
  await shop.stage.runHappens(id);
  const after = await idsUpTo(stream, 3);
  await stream.leave();

  const seen = [...before, ...across, ...after];
  expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => one - other));
  expect(seen.at(-1)).toBe(3);
  expect(await generationOf(id)).toBe(1);
});

test('each journal entry of a run arrives once and in order, after any received event, across executions', async () => {
  const id = await aStandingOrder();
  await shop.stage.runHappens(id, 2);
  const events = async (after = '0') =>
    eventStream(
      await restAt(shop.gateway).send('GET', `/workflows/${id}/events`, { headers: { 'last-event-id': after } }),
    );

  const first = await events();
  const before = await idsUpTo(first, 3);
  await first.leave();
  await shop.stage.runContinues(id);
  const resumed = await events(String(before.at(-1)));
  const across = await idsUpTo(resumed, 4);
  await shop.stage.runHappens(id, 2);
  const rest = await idsUpTo(resumed, 6);
  await resumed.leave();

  expect([...before, ...across, ...rest]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a list of runs resumes after the last received event, without gaps or repetitions', async () => {
  const list = 'subscription { workflowRunsChanged(kind: [GREETING], after: "0") { cursor run { id } } }';
  const ids = ['RUN-a', 'RUN-b', 'RUN-c', 'RUN-d'];
  const book = (runId: string) =>
    shop.book.runs.record(runId, { run: aGreeting(runId, { revision: 0 }), entries: [], fingerprint: 'f' });
  const told = async (stream: EventStream, count: number) => {
    const events = [];
    while (events.length < count) events.push(await stream.next());
    return events.map((event) => ({ id: event?.id, ...(event?.data as Told | undefined)?.data.workflowRunsChanged }));
  };
  for (const id of ids.slice(0, 3)) await book(id);

  const interrupted = await shop.gateway.stream(list);
  const before = await told(interrupted, 2);
  await interrupted.leave();
  await book('RUN-d');
  const resumed = await shop.gateway.stream(list, { 'last-event-id': before.at(-1)?.id ?? '' });
  const after = await told(resumed, 2);
  await resumed.leave();

  const all = [...before, ...after];
  expect(all.map(({ run }) => run?.id)).toEqual(ids);
  expect(all.map(({ id }) => id)).toEqual(all.map(({ cursor }) => cursor));
});

type Told = { data: { workflowRunsChanged: { cursor: string; run: { id: string } } } };

async function aStandingOrder(): Promise<string> {
  const home =
    'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
  const { startStandingOrder } = await shop.gateway.told<{ startStandingOrder: { run: { id: string } } }>(`mutation {
    startStandingOrder(input: { every: "PT1H", order: {
      customerId: "CUST-1", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1 }], ${home}
    } }) { ... on StartStandingOrderPayload { run { id } } ... on Error { message } }
  }`);
  return startStandingOrder.run.id;
}

async function generationOf(id: string): Promise<unknown> {
  const { run } = await shop.stage.runs.read(id);
  return (run as { generation?: number }).generation;
}

/** The ids of a stream's events, up to `last`. */
async function idsUpTo(stream: EventStream, last: number): Promise<number[]> {
  const ids: number[] = [];
  for (let event = await stream.next(); event; event = await stream.next()) {
    if (event.id !== undefined && event.id !== '0') ids.push(Number(event.id));
    if (Number(event.id) >= last) return ids;
  }
  throw new Error(`The stream ended after ${ids.at(-1)}`);
}

/** The number of queries and watches for a number of subscribers of a run that changes once. */
async function costOf(watchers: number) {
  const limits = { operationsPerSocket: 2_000, messagesPerSecond: 1e6, costPerSecond: 1e9 };
  const gateway = await shop.anotherGateway({ limits });
  const id = await aStandingOrder();
  await expect.poll(async () => (await shop.stage.runs.read(id)).run.revision).toBe(1);
  const queries = counting(() => shop.stage.calls('QueryWorkflow'));
  const all = watchersOf(gateway, id, watchers);
  await Promise.all(all.map((each) => each.until(1)));
  await shop.stage.runHappens(id);
  await Promise.all(all.map((each) => each.until(2)));
  return { queries: queries(), watches: gateway.usage().watches };
}

/** A number of subscriptions on one socket, each read up to a revision. */
function watchersOf({ endpoint, authorization }: Driver, id: string, count: number) {
  const url = endpoint.replace('http', 'ws');
  const client = createClient({ url, connectionParams: authorization, webSocketImpl: WebSocket, retryAttempts: 0 });
  onTestFinished(async () => void (await client.dispose()));
  return Array.from({ length: count }, () => {
    const events = client.iterate<{ workflowRunChanged: { revision: number } }>({ query: changed(id) });
    const until = async (revision: number) => {
      for (;;) {
        const { done, value } = await events.next();
        if (done || value.errors) throw new Error(`The subscription ended: ${JSON.stringify(value)}`);
        if ((value.data?.workflowRunChanged.revision ?? 0) >= revision) return;
      }
    };
    return { until };
  });
}
