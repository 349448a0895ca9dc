import { expect, test } from 'vitest';
import { aShop, codeOf, manager } from './shop.ts';

const orders = (args: string, selection = 'nodes { id }') => `{ orders${args && `(${args})`} { ${selection} } }`;

test('a page of orders has its edges, nodes, cursors and the cursor of its changes', async () => {
  const answer = await aShop({ totalCount: 41 })
    .as(manager)
    .asks(
      orders(
        'first: 1',
        `edges { cursor node { id } } nodes { id } totalCount changesCursor
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
      ),
    );

  expect(answer.data).toEqual({
    orders: {
      edges: [{ cursor: 'c1', node: { id: 'ORD-1' } }],
      nodes: [{ id: 'ORD-1' }],
      totalCount: 41,
      changesCursor: 'feed-9',
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'c1', endCursor: 'c1' },
    },
  });
});

test('an empty page has no cursors', async () => {
  const answer = await aShop({ orders: [] }).as(manager).asks(orders('', 'pageInfo { startCursor endCursor }'));

  expect(answer.data).toEqual({ orders: { pageInfo: { startCursor: null, endCursor: null } } });
});

test.each([
  ['', { first: 20 }],
  ['first: null', { first: 20 }],
  ['first: 100, after: "c1"', { first: 100, after: 'c1' }],
  ['last: 5, before: "c9"', { last: 5, before: 'c9' }],
  ['before: "c9"', { last: 20, before: 'c9' }],
])('orders(%s) requests that page from the port', async (args, page) => {
  const shop = aShop();

  await shop.as(manager).asks(orders(args));

  expect(shop.reached).toEqual([['page', { ...page, filter: {}, orderBy: 'NEWEST', countTotal: false }]]);
});

test('a deployment can allow smaller pages only', async () => {
  const shop = aShop();
  const client = shop.as(manager, { page: 10, items: 100 });

  const answer = await client.asks(orders('first: 11'));
  await client.asks(orders(''));

  expect(answer.errors).toMatchObject([{ message: 'first must be 1 to 10', extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(shop.reached).toMatchObject([['page', { first: 10 }]]);
});

test.each([
  ['first: 101'],
  ['last: 101'],
  ['first: 0'],
  ['first: -1'],
  ['last: -1'],
  ['first: 1, last: 1'],
  ['first: 1, before: "c1"'],
  ['last: 1, after: "c1"'],
  ['after: ""'],
  ['after: "white space"'],
  ['after: 7'],
])('orders(%s) is refused', async (args) => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(orders(args));

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});

test.each([
  ['{ orders { totalCount } }', true],
  ['{ orders { ... on OrderConnection { totalCount } } }', true],
  ['{ orders { ...counted } } fragment counted on OrderConnection { totalCount }', true],
  ['{ orders { totalCount @include(if: false) nodes { id } } }', false],
  ['{ orders { totalCount @skip(if: true) nodes { id } } }', false],
  ['{ orders { nodes { id } } }', false],
])('%s requests the total: %s', async (query, countTotal) => {
  const shop = aShop();

  await shop.as(manager).asks(query);

  expect(shop.reached).toEqual([['page', expect.objectContaining({ countTotal })]]);
});
