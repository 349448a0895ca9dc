import { expect, test } from 'vitest';
import { badUserInput } from '../src/index.ts';
import { ada, anEntry, anOrder, aShop, bob, codeOf, manager } from './shop.ts';

const changes = 'subscription { orderChanged(id: "ORD-1") { status progress } }';
const events = 'subscription ($after: Cursor) { orderEvents(id: "ORD-1", after: $after) { cursor seq } }';
const list =
  'subscription ($filter: OrderFilter, $after: Cursor) { ordersChanged(filter: $filter, after: $after) { kind cursor order { id } } }';

test('a follower of an order gets its current state, every change, and the end', async () => {
  const orders = [
    anOrder(),
    anOrder({ status: 'PROCESSING', progress: 40 }),
    anOrder({ status: 'SHIPPED', progress: 100 }),
  ];

  const seen = await aShop({ orders }).as(ada).follows(changes);

  expect(seen.map(({ data }) => data)).toEqual([
    { orderChanged: { status: 'RECEIVED', progress: 0 } },
    { orderChanged: { status: 'PROCESSING', progress: 40 } },
    { orderChanged: { status: 'SHIPPED', progress: 100 } },
  ]);
});

test.each([
  ['the beginning', {}, ['1', '2', '3']],
  ['the beginning, said so', { after: '0' }, ['1', '2', '3']],
  ['a cursor', { after: '2' }, ['3']],
  ['the last cursor', { after: '3' }, []],
])('the journal is followed from %s', async (_, variables, cursors) => {
  const shop = aShop({ journal: [anEntry(1), anEntry(2), anEntry(3)] });

  const seen = await shop.as(ada).follows(events, variables);

  expect(seen.map(({ data }) => data)).toEqual(
    cursors.map((cursor) => ({ orderEvents: { cursor, seq: Number(cursor) } })),
  );
});

test('a list is followed from the position of its page', async () => {
  const shop = aShop();

  const seen = await shop.as(manager).follows(list, { filter: { status: ['AWAITING_APPROVAL'] }, after: 'feed-9' });

  expect(seen).toEqual([{ data: { ordersChanged: { kind: 'MATCHES', cursor: 'feed-10', order: { id: 'ORD-1' } } } }]);
  expect(shop.reached).toEqual([['changes', { status: ['AWAITING_APPROVAL'] }, 'feed-9']]);
});

test.each([
  ['an order that is not there', manager, changes.replace('ORD-1', 'ORD-9')],
  ['the journal of an order that is not there', manager, events.replace('ORD-1', 'ORD-9')],
  ["another customer's order", bob, changes],
  ["the journal of another customer's order", bob, events],
  ['what cannot be an order', ada, changes.replace('ORD-1', 'RUN-1')],
])('a follower of %s gets one error and the end', async (_, viewer, query) => {
  const seen = await aShop().as(viewer).follows(query);

  expect(seen.map(codeOf)).toEqual(['ORDER_NOT_FOUND']);
});

test.each([['seven'], ['1.5'], ['-1'], ['2147483648']])('the journal refuses the cursor "%s"', async (after) => {
  const seen = await aShop().as(ada).follows(events, { after });

  expect(seen.map(codeOf)).toEqual(['BAD_USER_INPUT']);
});

test.each([
  ['after', 'first: 1, after: "x"'],
  ['before', 'last: 1, before: "x"'],
])('an invalid cursor of a journal is reported with its argument %s', async (argument, args) => {
  const answer = await aShop().as(manager).asks(`{ order(id: "ORD-1") { timeline(${args}) { nodes { seq } } } }`);
  const followed = await aShop().as(manager).follows(events, { after: 'x' });

  expect(answer.errors?.map(({ message }) => message)).toEqual([expect.stringMatching(`^${argument} `)]);
  expect(JSON.stringify(followed)).toContain('"message":"after ');
});

test('a cursor that the port did not make is refused by the port', async () => {
  const refusal = badUserInput('This is not a cursor of the change feed');

  const seen = await aShop({ refusal }).as(manager).follows(list, { after: 'feed' });

  expect(seen.map(codeOf)).toEqual(['BAD_USER_INPUT']);
});

test('an invalid filter ends a subscription before it starts', async () => {
  const shop = aShop();

  const seen = await shop.as(manager).follows(list, { filter: { minTotal: '-1' } });

  expect(seen.map(codeOf)).toEqual(['BAD_USER_INPUT']);
  expect(shop.reached).toEqual([]);
});
