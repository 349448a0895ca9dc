import { expect, test } from 'vitest';
import { aShop, bob, manager } from './shop.ts';

test('a customer lists and follows own orders only, whatever the filter says', async () => {
  const shop = aShop();

  await shop.as(bob).asks('{ orders(filter: { customerId: "ada" }) { nodes { id } } }');
  await shop.as(bob).follows('subscription { ordersChanged(filter: { customerId: "ada" }) { cursor } }');

  expect(shop.reached).toEqual([
    ['page', expect.objectContaining({ filter: { customerId: 'bob' } })],
    ['changes', { customerId: 'bob' }, null],
  ]);
});

test('a customer counts own orders only, without saying so', async () => {
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

test("among many nodes another customer's order is a gap", async () => {
  const answer = await aShop().as(bob).asks('{ nodes(ids: ["ORD-1", "ORD-2"]) { id } }');

  expect(answer).toEqual({ data: { nodes: [null, null] } });
});
