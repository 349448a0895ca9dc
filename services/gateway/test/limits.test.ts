import { schema } from '@waybill/graphql';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createDocumentReader } from '../src/execution/documents.ts';
import { createCostLimit } from '../src/execution/limits/cost.ts';
import { withinLimits } from '../src/execution/limits/document.ts';
import { defaultLimits } from '../src/execution/limits/limits.ts';
import { createQuota } from '../src/execution/limits/quota.ts';
import { createRateLimit } from '../src/transports/ws/rate-limit.ts';

const problems = (query: string) =>
  validate(schema, parse(query), [withinLimits(defaultLimits)]).map(({ message }) => message);
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (depth: number, field: string) => `${`${field} { `.repeat(depth - 1)}name${' }'.repeat(depth - 1)}`;

test.each([
  ['a document as deep as allowed', `{ ${nested(10, 'node')} }`, []],
  ['a deeper one', `{ ${nested(11, 'node')} }`, ['The document is 11 levels deep; at most 10 are allowed']],
  [
    'one that is deep in its fragments',
    `{ ${'node { '.repeat(6)} ...Deep ${' }'.repeat(6)} } fragment Deep on Node { ${nested(5, 'node')} }`,
    ['The document is 11 levels deep; at most 10 are allowed'],
  ],
  ['introspection, which goes deeper', `{ __schema { ${nested(14, 'types')} } }`, []],
  [
    'introspection beyond its own limit',
    `{ __schema { ${nested(15, 'types')} } }`,
    ['The document is 16 levels deep; at most 15 are allowed'],
  ],
  [
    'a deep question that introspects beside',
    `{ __typename ${nested(11, 'node')} }`,
    ['The document is 11 levels deep; at most 10 are allowed'],
  ],
  ['as many aliases as allowed', `{ ${times(15, (at) => `a${at}: catalogue { sku }`)} }`, []],
  [
    'more aliases',
    `{ ${times(16, (at) => `a${at}: catalogue { sku }`)} }`,
    ['The document has 16 aliases; at most 15 are allowed'],
  ],
  [
    'aliases that fragments multiply',
    `{ ${times(4, () => 'node { ...A }')} } fragment A on Node { ${times(4, (at) => `a${at}: id`)} }`,
    ['The document has 16 aliases; at most 15 are allowed'],
  ],
  [
    'more directives than allowed',
    `{ viewer { ${times(11, () => 'id @include(if: true)')} } }`,
    ['The document has 11 directives; at most 10 are allowed'],
  ],
  ['a fragment within itself', '{ ...A } fragment A on Query { ...A }', []],
])('%s', (_, query, expected) => {
  expect(problems(query)).toEqual(expected);
});

test('fragments that multiply exponentially are refused at once', () => {
  const chain = times(60, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);

  const found = problems(`{ ...F0 } ${chain} fragment F60 on Query { viewer { id } }`);

  expect(found).toEqual(['The document has more than 100000 fields, including those of its fragments']);
});

test('the quota refills over time, up to a burst', () => {
  let at = 0;
  const quota = createQuota(10, () => new Date(at), 20);

  expect([quota.charge('ada', 20), quota.charge('ada', 5), quota.charge('bob', 20)]).toEqual([undefined, 1, undefined]);
  at = 1_000;
  expect([quota.charge('ada', 10), quota.charge('ada', 20)]).toEqual([undefined, 2]);
  at = 60_000;
  expect([quota.charge('ada', 20), quota.charge('ada', 1)]).toEqual([undefined, 1]);
});

test('an operation that costs too much is refused for everyone', () => {
  const refusal = createCostLimit(
    100,
    createQuota(1_000, () => new Date(0)),
  );
  const ask = (query: string) => refusal({ schema, document: parse(query) }, 'ada');

  expect(ask('{ orders(first: 20) { nodes { id } } }')).toBeUndefined();
  expect(ask('{ orders(first: 100) { nodes { id } } }')?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a used-up quota reports the cost, the limit and when to retry', () => {
  const refusal = createCostLimit(
    100,
    createQuota(2, () => new Date(0), 40),
  );
  const ask = () => refusal({ schema, document: parse('{ orders(first: 20) { nodes { id } } }') }, 'ada');
  while (ask() === undefined);

  expect(ask()?.message).toMatch(
    /^This operation costs \d+; you may spend 40 at once, and 2 per second on average: try again in \d+ s$/,
  );
});

test('with trusted documents only these are executed', () => {
  const documentOf = createDocumentReader(new Map([['abc', '{ viewer { id } }']]));

  expect(documentOf({ documentId: 'abc' })).toBe('{ viewer { id } }');
  expect(documentOf({ documentId: 'sha256:abc' })).toBe('{ viewer { id } }');
  expect(documentOf({ extensions: { persistedQuery: { sha256Hash: 'abc' } } })).toBe('{ viewer { id } }');
  expect(() => documentOf({ query: '{ viewer { id } }' })).toThrow('Only trusted documents');
  expect(() => documentOf({ documentId: 'def', query: '{ viewer { id } }' })).toThrow('Only trusted documents');
});

test('a rate limit allows a number of calls per second', () => {
  let at = 5_000;
  const inPace = createRateLimit(2, () => new Date(at));

  expect([inPace(), inPace(), inPace()]).toEqual([true, true, false]);
  at = 6_000;
  expect(inPace()).toBe(true);
});
