import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { costIn, schema } from '../src/index.ts';

const costOf = (query: string, variableValues = {}, operationName?: string) =>
  costIn(schema, { document: parse(query), variableValues, operationName });

test.each([
  ['one field of one order', '{ order(id: "ORD-1") { id } }', 32],
  ['a usual page', '{ orders { nodes { id } } }', 51],
  ['a small page', '{ orders(first: 2) { nodes { id } } }', 15],
  ['the end of a list', '{ orders(last: 3) { edges { node { id } } } }', 20],
  ['a page of timelines', '{ orders(first: 2) { nodes { timeline(first: 5) { nodes { seq } } } } }', 55],
])('%s costs as much as it returns', (_, query, cost) => {
  expect(costOf(query)).toBe(cost);
});

test('a page costs as much as its variables request', () => {
  const page = 'query ($size: Int) { orders(first: $size) { nodes { id } } }';

  expect(costOf(page, { size: 2 })).toBe(15);
  expect(costOf(page, { size: 100 })).toBe(211);
});

test('of several operations only the requested one counts', () => {
  const two = 'query Small { order(id: "ORD-1") { id } } query Large { orders { nodes { id } } }';

  expect(costOf(two, {}, 'Small')).toBe(32);
  expect(costOf(two, {}, 'Large')).toBe(51);
});

test('an invalid operation has no cost', () => {
  expect(costOf('query ($id: ID!) { order(id: $id) { id } }')).toBeUndefined();
  expect(costOf('query A { viewer { id } } query B { viewer { id } }')).toBeUndefined();
});
