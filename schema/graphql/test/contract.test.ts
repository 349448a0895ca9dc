import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../src/index.ts';
import { unacknowledged } from '../src/print/breaking-changes.ts';
import { printedSchema } from '../src/print/schema-text.ts';
import { factsOf, undescribedIn } from './facts.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

const contract = factsOf(buildSchema(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8')));

test('everything in the contract exists unchanged', () => {
  const promised = contract;

  const given = new Set(factsOf(schema));

  expect(promised.filter((fact) => !given.has(fact))).toEqual([]);
});

test('nothing exists outside the contract', () => {
  const promised = new Set(contract);

  const more = factsOf(schema).filter((fact) => !promised.has(fact));

  expect(more).toEqual([]);
});

test('everything has a description', () => {
  expect(undescribedIn(schema)).toEqual([]);
});

test('the printed schema is the schema', () => {
  expect(read('schema.graphql')).toBe(printedSchema());
});

test('nothing breaks a client that was written against the printed schema', () => {
  expect(unacknowledged(read('schema.graphql'), printedSchema(), read('breaking-changes.md'))).toEqual([]);
});

test('a breaking change is reported until it is acknowledged', () => {
  const before = 'type Query { order: String, note: String }';
  const after = 'type Query { order: String }';

  const unsaid = unacknowledged(before, after, '# Nothing');
  const said = unacknowledged(before, after, '- Query.note was removed. Because nobody wrote notes.');

  expect(unsaid.map(({ description }) => description)).toEqual(['Query.note was removed.']);
  expect(said).toEqual([]);
});
