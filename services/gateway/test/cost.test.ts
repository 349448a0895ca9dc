import { costIn, schema } from '@waybill/graphql';
import { openLog } from '@waybill/platform';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createChangeFeed } from '../src/live/change-feed.ts';
import { aGatewayWithDoubles, anOrderUnderWay, inTheBook } from './support/gateway-with-doubles.ts';
import { leaves, operations, sample } from './support/operations.ts';
import { aToken } from './support/tokens.ts';

const pointsOfCall = 10;

type Asked = [title: string, query: string, variables: Record<string, unknown>];

const least: Asked[] = operations().map(({ operation: { kind, name, query }, field: { args } }) => [
  `${kind} ${name}`,
  query,
  Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type)])),
]);
/** A list of ids, as long as it may be. */
const most: Asked[] = leaves()
  .filter(({ isList, type }) => isList && type.startsWith('[ID'))
  .map(({ operation: { kind, name, query }, path, with: put }) => [
    `${kind} ${name} with 100 ${path}`,
    query,
    put(Array.from({ length: 100 }, (_, at) => `ORD-${at + 1}`)) as Record<string, unknown>,
  ]);
const timelines: Asked = ['a page of timelines', '{ orders { nodes { timeline { nodes { seq } } } } }', {}];

const worlds: Record<string, (id: string) => { running?: boolean; booked?: boolean; closedAt?: string }> = {
  'that nobody knows': () => ({}),
  'that the book does not have yet': () => ({ running: true }),
  'that are under way': () => ({ running: true, booked: true }),
  'that are closed': () => ({ booked: true, closedAt: '2026-01-01T00:00:02.000Z' }),
};

test.each(
  Object.keys(worlds).flatMap((world) => [...least, ...most, timelines].map((asked) => [world, ...asked] as const)),
)('of orders %s, %s pays for every call that it causes', async (world, _, query, variables) => {
  const fixture = await aGatewayWithDoubles();
  for (let at = 1; at <= 100; at++) put(fixture, `ORD-${at}`, worlds[world]?.(`ORD-${at}`) ?? {});

  await fixture.gateway.stream(query, {}, variables);
  await everythingThatFollows();

  expect(fixture.calls.length * pointsOfCall, fixture.calls.join(' ')).toBeLessThanOrEqual(
    costIn(schema, { document: parse(query), variableValues: variables }) ?? 0,
  );
  await fixture.close();
});

test("a customer's query for another's order ends at the book", async () => {
  const fixture = await aGatewayWithDoubles();
  put(fixture, 'ORD-1', { running: true, booked: true });
  const stranger = fixture.gateway.as(await aToken({ sub: 'stranger', role: 'customer' }));

  const answers = [
    await stranger.ask('{ order(id: "ORD-1") { id } }'),
    await stranger.ask('{ nodes(ids: ["ORD-1"]) { id } }'),
    await stranger.ask('mutation { cancelOrder(input: { orderId: "ORD-1", reason: "mine" }) { __typename } }'),
  ];

  expect(answers.map(({ data }) => data)).toEqual([
    { order: null },
    { nodes: [null] },
    { cancelOrder: { __typename: 'OrderNotFound' } },
  ]);
  expect(fixture.calls.filter((call) => call.startsWith('engine'))).toEqual([]);
  await fixture.close();
});

test('a reader that starts at the beginning of the feed is charged for every page', async () => {
  const read: string[] = [];
  const changes = createChangeFeed(
    {
      changes: async ({ after, waitMs = 0 }: { after?: string; waitMs?: number } = {}) => {
        if (waitMs > 0) return new Promise(() => undefined); // nothing happens while anyone waits
        read.push(after ?? 'where it stands');
        return { changes: [], cursor: String(Number(after ?? 99) + 1) };
      },
    } as never,
    openLog('test', 'silent'),
  );
  let paid = 0;
  const broke = new Promise<void>(() => undefined);
  const reading = changes.after('0', async () => (paid++ < 3 ? undefined : broke));

  void reading.next();
  await expect.poll(() => paid).toBe(4);

  expect(read.filter((after) => after !== 'where it stands')).toEqual(['0', '1', '2']);
});

/** All doubles reply at once: the effects of a request are complete after a few turns of the event loop. */
async function everythingThatFollows(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
}

type Where = { running?: boolean; booked?: boolean; closedAt?: string };

function put({ running, booked }: Awaited<ReturnType<typeof aGatewayWithDoubles>>, id: string, where: Where): void {
  const order = anOrderUnderWay(id, { closedAt: where.closedAt ?? null });
  if (where.running) running.set(id, order);
  if (where.booked) booked.set(id, inTheBook(order));
}
