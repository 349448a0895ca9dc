import { expect, test } from 'vitest';
import { anEntry, aShop, manager } from './shop.ts';

const asked = (selection: string) =>
  `{ journal { edges { node { orderId ${selection} } } nodes { orderId ${selection} } } }`;

test('the orders of all entries of a page are looked up in one call', async () => {
  const shop = aShop({ journal: Array.from({ length: 20 }, (_, at) => anEntry(at + 1)) });

  const answer = await shop.as(manager).asks(asked('order { id status }'));

  const { journal } = answer.data as { journal: { nodes: { orderId: string; order: { id: string } }[] } };
  expect(journal.nodes.map(({ order }) => order.id)).toEqual(Array(20).fill('ORD-1'));
  expect(shop.reached.filter(([name]) => name !== 'journal')).toEqual([['findMany', ['ORD-1']]]);
  expect(shop.lookedUp).toEqual(['ORD-1']);
});

test('orders that are not requested are not looked up', async () => {
  const shop = aShop();

  await shop.as(manager).asks(asked('event { seq }'));

  expect(shop.reached.map(([name]) => name)).toEqual(['journal']);
});
