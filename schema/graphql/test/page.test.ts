import { expect, test } from 'vitest';
import { ada, aShop, codeOf, manager } from './shop.ts';

const orders = (args: string, selection = 'nodes { id }') => `{ orders${args && `(${args})`} { ${selection} } }`;

test('a page of orders has its edges, nodes, cursors and the place where changes go on', async () => {
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
])('orders(%s) asks the desk for that page', async (args, page) => {
  const shop = aShop();

  await shop.as(manager).asks(orders(args));

  expect(shop.reached).toEqual([['page', { ...page, filter: {}, orderBy: 'NEWEST', countTotal: false }]]);
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
])('%s has the total counted: %s', async (query, countTotal) => {
  const shop = aShop();

  await shop.as(manager).asks(query);

  expect(shop.reached).toEqual([['page', expect.objectContaining({ countTotal })]]);
});

test('a filter reaches the desk in minor units and in UTC', async () => {
  const shop = aShop();

  await shop.as(manager).asks(`{ orders(orderBy: TOTAL_LOW, filter: {
    status: [AWAITING_APPROVAL], customerId: "ada", currencyCode: "JPY", minTotal: 1500, maxTotal: "2000",
    createdFrom: "2026-01-02T04:00:00+01:00", createdTo: "2026-02-01T00:00:00Z", needsAttention: true }) { nodes { id } } }`);

  expect(shop.reached).toEqual([
    [
      'page',
      {
        first: 20,
        orderBy: 'TOTAL_LOW',
        countTotal: false,
        filter: {
          status: ['AWAITING_APPROVAL'],
          customerId: 'ada',
          currencyCode: 'JPY',
          minTotalMinor: 1500,
          maxTotalMinor: 2000,
          createdFrom: '2026-01-02T03:00:00.000Z',
          createdTo: '2026-02-01T00:00:00.000Z',
          needsAttention: true,
        },
      },
    ],
  ]);
});

test.each([
  ['filter: { minTotal: "9.99" }', { currencyCode: 'USD', minTotalMinor: 999 }],
  ['orderBy: TOTAL_HIGH', { currencyCode: 'USD' }],
  ['filter: { currencyCode: "EUR" }', { currencyCode: 'EUR' }],
  ['filter: { status: null }', {}],
])('orders(%s) speaks of dollars only where totals are compared', async (args, filter) => {
  const shop = aShop();

  await shop.as(manager).asks(orders(args));

  expect(shop.reached).toEqual([['page', expect.objectContaining({ filter })]]);
});

test.each([
  ['minTotal: "-1"'],
  ['minTotal: "1e3"'],
  ['maxTotal: "0.001"'],
  ['currencyCode: "XXL"'],
  ['currencyCode: 7'],
  ['customerId: "a\\u0000b"'],
  ['createdFrom: "yesterday"'],
  ['createdFrom: "2026-02-30T00:00:00Z"'],
  ['createdFrom: "2026-13-01T00:00:00Z"'],
])('a filter with { %s } is refused', async (filter) => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(orders(`filter: { ${filter} }`));

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});

const timeline = (args: string, selection = 'nodes { seq }') =>
  `{ order(id: "ORD-1") { timeline${args && `(${args})`} { ${selection} } } }`;

test('the timeline is a page of the journal', async () => {
  const answer = await aShop()
    .as(ada)
    .asks(
      timeline('first: 2', 'edges { cursor node { cursor seq type at actor step detail } } pageInfo { hasNextPage }'),
    );

  const entry = { type: 'STATUS_CHANGED', at: '2026-01-02T03:04:05.000Z', actor: 'mia', step: null };
  expect(answer.data).toEqual({
    order: {
      timeline: {
        edges: [
          { cursor: 'c1', node: { ...entry, cursor: '1', seq: 1, detail: { to: 'APPROVED' } } },
          { cursor: 'c2', node: { ...entry, cursor: '2', seq: 2, detail: { to: 'APPROVED' } } },
        ],
        pageInfo: { hasNextPage: true },
      },
    },
  });
});

test.each([
  ['', { first: 20 }],
  ['first: 3, after: "7"', { first: 3, after: '7' }],
  ['last: 3, before: "7"', { last: 3, before: '7' }],
])('timeline(%s) asks the desk for that page', async (args, page) => {
  const shop = aShop();

  await shop.as(ada).asks(timeline(args));

  expect(shop.reached).toEqual([['timeline', 'ORD-1', page]]);
});

test.each([['first: 101'], ['first: 1, last: 1'], ['last: 0'], ['after: "seven"'], ['before: "1.5"'], ['after: "-1"']])(
  'timeline(%s) is refused',
  async (args) => {
    const shop = aShop();

    const answer = await shop.as(ada).asks(timeline(args));

    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(shop.reached).toEqual([]);
  },
);
