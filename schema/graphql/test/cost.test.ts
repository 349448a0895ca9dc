import { complexityFromQuery } from '@pothos/plugin-complexity';
import { expect, test } from 'vitest';
import { schema } from '../src/index.ts';

const costOf = (query: string) => complexityFromQuery(query, { schema, ctx: {} }).complexity;

test.each([
  ['one field of one order', '{ order(id: "ORD-1") { id } }', 2],
  ['a usual page', '{ orders { nodes { id } } }', 41],
  ['a small page', '{ orders(first: 2) { nodes { id } } }', 5],
  ['the end of a list', '{ orders(last: 3) { edges { node { id } } } }', 10],
  ['a page of timelines', '{ orders(first: 2) { nodes { timeline(first: 5) { nodes { seq } } } } }', 25],
])('%s costs what it brings', (_, query, cost) => {
  expect(costOf(query)).toBe(cost);
});
