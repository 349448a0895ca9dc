import { EngineUnavailable } from '@waybill/orders-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture, inTheBook } from './support/gateway-with-doubles.ts';
import { restAt } from './support/rest.ts';
import { aGreeting } from './support/sample-runs.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
});
afterEach(() => fixture.close());

const at = '2026-01-01T00:00:00.000Z';
const wrong = (source: string) => [
  expect.objectContaining({
    message: `${source} is not a cursor of this journal`,
    extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
  }),
];

/** The ways to read a journal of three entries after a cursor, and where each has it. */
const ways: [string, string, (after: string) => Promise<unknown>][] = [
  ['a timeline', 'after', async (after) => (await fixture.gateway.ask(timeline(after))).errors],
  ['a stream of events', 'after', async (after) => firstOf(await fixture.gateway.stream(events(after)))],
  ['a socket', 'after', (after) => overSocket(events(after))],
  [
    'a stream that is resumed',
    'Last-Event-ID',
    async (after) => firstOf(await fixture.gateway.stream(events(), { 'last-event-id': after })),
  ],
];

describe.each(ways)('%s', (_, source, read) => {
  test('of a running order is refused after an entry that the order does not have', async () => {
    fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 3 }));

    expect(await read('4')).toEqual(wrong(source));
  });

  test('of a closed order is refused after an entry that the order does not have', async () => {
    aClosedOrder();

    expect(await read('4')).toEqual(wrong(source));
    expect(await read('3')).toBeUndefined();
  });
});

test('nothing is after the last entry, which is a cursor all the same', async () => {
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 3 }));

  expect(await fixture.gateway.told(timeline('3'))).toEqual({ order: { timeline: { nodes: [] } } });
});

test('an entry is a cursor as soon as the workflow has it, although book and watch do not', async () => {
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1', { revision: 2 })));
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 3 }));
  await fixture.gateway.told(timeline('1'));
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 5 }));

  const { errors } = await fixture.gateway.ask(timeline('5'));

  expect(errors).toBeUndefined();
});

test.each<[string, () => void]>([
  [
    'whose engine does not answer',
    () => (fixture.neighbours.orders.read = () => Promise.reject(new EngineUnavailable('It is away'))),
  ],
  ['whose workflow has ended without an end in the book', () => fixture.running.clear()],
])('a cursor of an order %s may be one, and is not refused', async (_, happens) => {
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1', { revision: 2 })));
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { revision: 2 }));
  await fixture.gateway.told(timeline('1'));
  happens();

  const { errors } = await fixture.gateway.ask(timeline('5'));

  expect(errors).toBeUndefined();
});

test.each<[string, string, Record<string, string>, string]>([
  ['an id of 15 digits', '', { 'last-event-id': '123456789012345' }, 'Last-Event-ID'],
  ['the id of an event to come', '', { 'last-event-id': '4' }, 'Last-Event-ID'],
  ['a cursor to come', '?after=4', {}, 'after'],
])('a stream over REST is refused after %s', async (_, query, headers, source) => {
  aClosedOrder();

  const { status, body } = await restAt(fixture.gateway).get(`/orders/ORD-1/events${query}`, headers);

  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(source);
});

test.each<[string, string, Record<string, string>, string]>([
  ['the id of an event to come', '', { 'last-event-id': '9' }, 'Last-Event-ID'],
  ['a cursor to come', '?after=9', {}, 'after'],
])('a stream of a run over REST is refused after %s', async (_, query, headers, source) => {
  fixture.ofRuns.running.set('RUN-1', aGreeting('RUN-1', { revision: 3 }));

  const { status, body } = await restAt(fixture.gateway).get(`/workflows/RUN-1/events${query}`, headers);

  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(source);
});

const timeline = (after: string) => `{ order(id: "ORD-1") { timeline(after: "${after}") { nodes { seq } } } }`;
const events = (after?: string) =>
  `subscription { orderEvents(id: "ORD-1"${after === undefined ? '' : `, after: "${after}"`}) { seq } }`;

const firstOf = async (stream: { next(): Promise<{ data?: unknown } | undefined> }) =>
  ((await stream.next())?.data as { errors?: unknown } | undefined)?.errors;

/** The errors of a subscription, by which a socket ends it before its first event. */
const overSocket = (query: string): Promise<unknown> =>
  fixture.gateway
    .follow(query)
    .next()
    .then(({ value }) => value?.errors)
    .catch((errors: unknown) => errors);

/** With three entries, all of them in the book. */
function aClosedOrder(): void {
  fixture.booked.set('ORD-1', inTheBook(anOrderUnderWay('ORD-1', { status: 'SHIPPED', revision: 3, closedAt: at })));
  const entry = { at, actor: null, step: null, detail: null, type: 'STATUS_CHANGED' } as const;
  fixture.journal.push({ ...entry, seq: 1 }, { ...entry, seq: 2 }, { ...entry, seq: 3 });
}
