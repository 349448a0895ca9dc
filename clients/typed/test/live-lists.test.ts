import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { ordersSnapshot } from '../src/live/live-values.ts';
import { aGateway } from './support/gateway.ts';
import { anOrder } from './support/order.ts';
import { aPage } from './support/run.ts';
import { patience, silence } from './support/stream.ts';

test('a list keeps its rows in place, puts new ones first, and drops those that have left', async () => {
  const change = (kind: string, id: string, revision: number) => ({
    ordersChanged: { kind, cursor: `${id}-${revision}`, order: anOrder({ id, revision }) },
  });
  await using gateway = await aGateway({
    orders: () => ({
      nodes: [anOrder({ id: 'B' }), anOrder({ id: 'A' })],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: 'x' },
      changesCursor: '0',
    }),
    ordersChanged: async function* () {
      yield change('MATCHES', 'A', 5);
      yield change('MATCHES', 'A', 4);
      yield change('MATCHES', 'C', 1);
      yield change('LEFT', 'B', 2);
      await silence();
    },
  });
  const list = ordersSnapshot(gateway.connect(), null, 3);

  list.subscribe(() => {});

  const rows = () => list.get().orders.map(({ id, revision }) => `${id}${revision}`);
  await expect.poll(rows, patience).toEqual(['C1', 'A5']);
});

test('when a row has left a longer list, the next one moves up, and the others keep their places', async () => {
  const pages = [
    ['D', 'C', 'B'],
    ['E', 'C', 'B'],
    ['E', 'B', 'A'],
  ];
  await using gateway = await aGateway({
    orders: () => listOf(pages.shift() ?? []),
    ordersChanged: async function* () {
      yield { ordersChanged: { kind: 'LEFT', cursor: '1', order: anOrder({ id: 'D', revision: 2 }) } };
      yield { ordersChanged: { kind: 'LEFT', cursor: '2', order: anOrder({ id: 'C', revision: 2 }) } };
      await silence();
    },
  });
  const list = ordersSnapshot(gateway.connect(), { status: ['PROCESSING'] }, 3);

  list.subscribe(() => {});

  await expect.poll(() => list.get().orders.map(({ id }) => id), patience).toEqual(['E', 'B', 'A']);
  expect(pages).toEqual([]);
});

test('a list that cannot be refilled at the moment stays live, and is refilled with its next change', async () => {
  let reads = 0;
  const change = (kind: string, id: string) => ({
    ordersChanged: { kind, cursor: id, order: anOrder({ id, revision: 2 }) },
  });
  await using gateway = await aGateway({
    orders: () => {
      reads++;
      if (reads === 2) throw overloaded();
      return listOf(reads === 1 ? ['C', 'B'] : ['B', 'A']);
    },
    ordersChanged: async function* () {
      yield change('LEFT', 'C');
      yield change('MATCHES', 'B');
      await silence();
    },
  });
  const list = ordersSnapshot(gateway.connect(), null, 2);

  list.subscribe(() => {});

  await expect.poll(() => list.get().orders.map(({ id }) => id), patience).toEqual(['B', 'A']);
  expect(list.get()).toMatchObject({ loading: false, error: undefined });
});

const listOf = (ids: readonly string[]) => ({
  ...aPage(
    ids.map((id) => anOrder({ id })),
    'x',
  ),
  changesCursor: '0',
});

const overloaded = () => new GraphQLError('Too many', { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 0 } });
