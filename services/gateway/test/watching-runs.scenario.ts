import { afterAll, beforeAll, expect, test } from 'vitest';
import { counting } from './support/counting.ts';
import { type EventStream, eventStream } from './support/event-stream.ts';
import { restAt } from './support/rest.ts';
import { runChanged, runWatchers } from './support/run-watchers.ts';
import { aGreeting } from './support/sample-runs.ts';
import { openShop, type Shop } from './support/shop.ts';
import { aStandingOrder } from './support/standing-order.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('a thousand subscribers of one run cost one watch, and as many queries as one subscriber', async () => {
  const { watches, queries } = await costOf(1_000);

  expect(watches).toBe(1);
  expect(queries).toBeLessThanOrEqual(3); // one for its visibility, one for its state, and one for its change
});

test('a run in which nothing happens costs no query, whoever watches it and whatever happens in others', async () => {
  const [idle, busy] = [await aStandingOrder(shop.gateway), await aStandingOrder(shop.gateway)];
  const queriesOf = (runId: string) => counting(() => shop.testEngine.queriesOf(runId));
  const queriesOfBusy = queriesOf(busy);
  const [one, other, ofBusy] = [...runWatchers(shop.gateway, idle, 2), ...runWatchers(shop.gateway, busy, 1)];
  await Promise.all([one, other, ofBusy].map((each) => each?.until(1)));
  const queriesOfIdle = queriesOf(idle);

  for (let revision = 2; revision <= 6; revision++) {
    await shop.testEngine.runHappens(busy);
    await ofBusy?.until(revision);
  }

  expect(queriesOfBusy()).toBeGreaterThanOrEqual(6); // each revision was seen before the next one was made
  expect(queriesOfIdle()).toBeLessThanOrEqual(1); // its own first entry
});

test('a standing order is followed into the next execution, with growing revisions', async () => {
  const id = await aStandingOrder(shop.gateway);
  const stream = await shop.gateway.stream(runChanged(id));
  const seen = await idsUpTo(stream, 1);
  for (const revision of [2, 3, 4]) {
    await shop.testEngine.runHappens(id);
    seen.push(...(await idsUpTo(stream, revision)));
  }

  await shop.testEngine.runContinues(id);
  seen.push(...(await idsUpTo(stream, 5)));
  await shop.testEngine.runHappens(id); // its history is shorter than the one before
  seen.push(...(await idsUpTo(stream, 6)));
  await stream.leave();

  expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => one - other));
  expect(seen.at(-1)).toBe(6);
  expect(await generationOf(id)).toBe(1);
});

test('each journal entry of a run arrives once and in order, after any received event, across executions', async () => {
  const id = await aStandingOrder(shop.gateway);
  await shop.testEngine.runHappens(id, 2);
  const events = async (after = '0') =>
    eventStream(
      await restAt(shop.gateway).send('GET', `/workflows/${id}/events`, { headers: { 'last-event-id': after } }),
    );

  const first = await events();
  const before = await idsUpTo(first, 3);
  await first.leave();
  await shop.testEngine.runContinues(id);
  const resumed = await events(String(before.at(-1)));
  const across = await idsUpTo(resumed, 4);
  await shop.testEngine.runHappens(id, 2);
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

async function generationOf(id: string): Promise<unknown> {
  const { run } = await shop.testEngine.runs.read(id);
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
  const id = await aStandingOrder(shop.gateway);
  await expect.poll(async () => (await shop.testEngine.runs.read(id)).run.revision).toBe(1);
  const queries = counting(() => shop.testEngine.calls('QueryWorkflow'));
  const all = runWatchers(gateway, id, watchers);
  await Promise.all(all.map((each) => each.until(1)));
  await shop.testEngine.runHappens(id);
  await Promise.all(all.map((each) => each.until(2)));
  return { queries: queries(), watches: gateway.usage().watches };
}
