import { expect, test } from 'vitest';
import { aShop, bob, manager } from './shop.ts';

test('a customer lists and follows only own orders, with and without a filter', async () => {
  const shop = aShop();

  await shop.as(bob).asks('{ orders { nodes { id } } }');
  await shop.as(bob).asks('{ orders(filter: { customerId: "bob" }) { nodes { id } } }');
  await shop.as(bob).follows('subscription { ordersChanged { cursor } }');
  await shop.as(bob).follows('subscription { ordersChanged(filter: { customerId: "bob" }) { cursor } }');

  const ofBob = expect.objectContaining({ filter: { customerId: 'bob' } });
  expect(shop.reached).toEqual([
    ...[
      ['page', ofBob],
      ['page', ofBob],
    ],
    ...[
      ['changes', { customerId: 'bob' }, null],
      ['changes', { customerId: 'bob' }, null],
    ],
  ]);
});

test.each([
  ['{ orders(filter: { customerId: "ada" }) { nodes { id } } }', 'customerId'],
  ['{ orderCounts(customerId: "ada") { total } }', 'customerId'],
  ['{ workflowRuns(userId: "ada") { nodes { id } } }', 'userId'],
  ['{ workflowRuns(startedBy: "ada") { nodes { id } } }', 'startedBy'],
  ['{ userContext(userId: "ada") { catFact } }', 'userId'],
  ['subscription { ordersChanged(filter: { customerId: "ada" }) { cursor } }', 'customerId'],
  ['subscription { orderCountsChanged(customerId: "ada") { total } }', 'customerId'],
])('a customer who filters by another customer gets the forbidden field: %s', async (document, field) => {
  const shop = aShop();
  const client = shop.as(bob);

  const [answer] = document.startsWith('{') ? [await client.asks(document)] : await client.follows(document);

  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', field } }] });
  expect(shop.reached).toEqual([]);
});

test.each([
  [
    '{ orders(filter: { customerId: "ada" }) { nodes { id } } }',
    bob,
    'customerId: it needs MANAGER or OPERATOR',
    'CUSTOMER',
  ],
  ['{ services { name } }', bob, ': it needs MANAGER or OPERATOR', 'CUSTOMER'],
  ['{ chaos { seed } }', manager, ': it needs OPERATOR', 'MANAGER'],
  ['{ audit { balanced } }', bob, ': it needs OPERATOR', 'CUSTOMER'],
] as const)('%s names the role that is needed, and that of the viewer', async (document, viewer, needed, own) => {
  const answer = await aShop().as(viewer).asks(document);

  const message = expect.stringMatching(new RegExp(`${needed}, and yours is ${own}$`));
  expect(answer).toMatchObject({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
});

test('a customer counts only own orders, without a filter', async () => {
  const shop = aShop();

  await shop.as(bob).asks('{ orderCounts { total } }');
  await shop.as(bob).follows('subscription { orderCountsChanged { total } }');
  await shop.as(manager).asks('{ orderCounts { total } }');

  expect(shop.reached).toEqual([
    ['counts', 'bob'],
    ['countsChanged', 'bob'],
    ['counts', null],
  ]);
});

test("in a list of nodes another customer's order is null", async () => {
  const answer = await aShop().as(bob).asks('{ nodes(ids: ["ORD-1", "ORD-2"]) { id } }');

  expect(answer).toEqual({ data: { nodes: [null, null] } });
});
