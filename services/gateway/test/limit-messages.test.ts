import { expect, test } from 'vitest';
import { anIsolatedGateway } from './support/isolated-gateway.ts';

const front = anIsolatedGateway();

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const status = 'query ($status: [OrderStatus!]) { orders(filter: { status: $status }) { changesCursor } }';
const order = 'query ($id: ID!) { order(id: $id) { id } }';
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

/** A request that exceeds each limit: the number in the message, and the limit. */
test.each<[string, string, Record<string, unknown>, RegExp]>([
  ['characters of a document', `{ viewer { id } } #${'x'.repeat(70_000)}`, {}, /document.*65536/],
  ['tokens', `{ ${times(1_001, () => 'a')} }`, {}, /1000 tokens/],
  ['levels', `{ ${'node { '.repeat(11)} id ${' }'.repeat(11)} }`, {}, /12 levels.*10/],
  ['aliases', `{ viewer { ${times(16, (at) => `a${at}: id`)} } }`, {}, /16 aliases.*15/],
  ['directives', `{ viewer { ${times(11, () => 'id @skip(if: false)')} } }`, {}, /11 directives.*10/],
  [
    'fields by way of fragments',
    `{ ...F0 } ${times(20, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F20 on Query { viewer { id } }`,
    {},
    /100000 fields/,
  ],
  ['characters of a literal', `{ order(id: "${'x'.repeat(3_000)}") { id } }`, {}, /3000 characters.*2000/],
  ['errors of a document', `{ ${times(200, (at) => `a${at}`)} }`, {}, /100 errors/],
  ['errors of variables', status, { status: Array(80).fill('SOLD') }, /50 errors/],
  ['characters of a variable', order, { id: 'x'.repeat(3_000) }, /3000 characters.*2000/],
  ['characters of a name', order, { ['x'.repeat(300)]: 1 }, /300 characters.*200/],
  ['entries of a list', status, { status: Array(1_500).fill('SHIPPED') }, /1500 entries.*1000/],
  ['levels of variables', order, { id: nested(30) }, /20 levels/],
  ['values of variables', order, { id: Array(900).fill(Array(20).fill(1)) }, /10000 values/],
  ['entries of a page', '{ orders(first: 101) { changesCursor } }', {}, /first.*100/],
  ['ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('ORD-1') }, /ids.*100/],
  ['cost', '{ orders(first: 100) { nodes { timeline(first: 100) { nodes { seq } } } } }', {}, /costs.*is allowed/],
])('too many %s are refused with their number and the limit', async (_, query, variables, said) => {
  const { errors = [] } = await front().ask(query, {}, variables);

  const messages = errors.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringMatching(said));
});
