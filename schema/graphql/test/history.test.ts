import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { costIn, schema } from '../src/index.ts';
import { aRun } from './a-run.ts';
import { ada, aShop, codeOf, manager, operator } from './shop.ts';

const query = (args = '') =>
  `{ order(id: "ORD-1") { history${args} { nodes { id type step compensation detail } edges { cursor } } } }`;

test('an operator reads the events of the engine', async () => {
  const shop = aShop();

  const answer = await shop.as(operator).asks(query());
  await shop.as(operator).asks(query('(first: 7, after: "x", newestFirst: true)'));

  const event = { id: 7, type: 'TimerFired', step: null, compensation: null, detail: { timerId: '1' } };
  expect(answer.data).toEqual({ order: { history: { nodes: [event], edges: [{ cursor: 'c1' }] } } });
  expect(shop.reached).toEqual([
    ['history', 'ORD-1', { first: 20, newestFirst: false }],
    ['history', 'ORD-1', { first: 7, after: 'x', newestFirst: true }],
  ]);
});

test('nobody else can read them, and the engine is not queried', async () => {
  const shop = aShop();

  const answers = await Promise.all([ada, manager].map((viewer) => shop.as(viewer).asks(query())));

  expect(answers).toEqual([{ data: { order: { history: null } } }, { data: { order: { history: null } } }]);
  expect(shop.reached).toEqual([]);
});

test('the same for a run, and null if the engine no longer has it', async () => {
  const shop = aShop({ runs: [aRun('GREETING')] });
  const { runId } = aRun('GREETING');

  const answer = await shop.as(operator).asks(`{ workflowRun(id: "${runId}") { history { nodes { id } } } }`);

  expect(answer).toEqual({ data: { workflowRun: { history: null } } });
  expect(shop.reached).toEqual([['history', runId, { first: 20, newestFirst: false }]]);
});

test.each([0, 101])('a page of %i events is refused', async (first) => {
  const shop = aShop();

  const answer = await shop.as(operator).asks(query(`(first: ${first})`));

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});

test('a page of a history has a high cost', () => {
  const costOf = (query: string) => costIn(schema, { document: parse(query) }) ?? 0;

  const dearer =
    costOf('{ order(id: "ORD-1") { history(first: 5) { nodes { id } } } }') - costOf('{ order(id: "ORD-1") { id } }');

  expect(dearer).toBeGreaterThanOrEqual(100);
});
