import { expect, test } from 'vitest';
import { ada, aShop, codeOf, manager } from './shop.ts';

const timeline = (args: string, selection = 'nodes { seq }') =>
  `{ order(id: "ORD-1") { timeline${args && `(${args})`} { ${selection} } } }`;

test('the timeline is a page of the journal', async () => {
  const answer = await aShop()
    .as(manager)
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
])('timeline(%s) requests that page from the port', async (args, page) => {
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
