import { buildSchema, type ExecutionArgs, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createRenderingCache } from '../src/execution/rendering-cache.ts';
import { aRendering, occasion } from './support/rendering.ts';

test('the same selection for the same rights is executed once', async () => {
  const { render, executed } = aRendering();
  const document = parse('subscription { number { value } }');

  const texts = await Promise.all([1, 2, 3].map(() => render(document)));

  expect(new Set(texts)).toEqual(new Set(['{"data":{"number":{"value":7}}}']));
  expect(executed()).toBe(1);
});

test('an event is rendered the same wherever a stream starts', async () => {
  const { render, executed } = aRendering();
  const document = parse('subscription ($after: Int) { number(after: $after) { value } }');

  await render(document, { variables: { after: 1 } });
  await render(document, { variables: { after: 2 } });

  expect(executed()).toBe(1);
});

test('a variable in the selection does', async () => {
  const { render } = aRendering();
  const document = parse('subscription ($by: Int!) { number { ...F } } fragment F on Number { times(factor: $by) }');

  const texts = [await render(document, { variables: { by: 2 } }), await render(document, { variables: { by: 3 } })];

  expect(texts).toEqual(['{"data":{"number":{"times":14}}}', '{"data":{"number":{"times":21}}}']);
});

test('a variable that is absent is not one that is null', async () => {
  const { render } = aRendering();
  const document = parse('subscription ($other: Int) { number { or(other: $other) } }');

  const texts = [await render(document, { variables: { other: null } }), await render(document)];

  expect(texts).toEqual(['{"data":{"number":{"or":7}}}', '{"data":{"number":{"or":5}}}']);
});

test('a failed rendering is retried', async () => {
  const { render, executed } = aRendering();
  const document = parse('subscription { number { fails } }');

  await render(document);
  await render(document);

  expect(executed()).toBe(2);
});

test('of many selections of one event, the most recently used are kept', async () => {
  const { render, executed } = aRendering();
  const document = parse('subscription ($by: Int!) { number { times(factor: $by) } }');

  for (let by = 0; by < 10_000; by++) await render(document, { variables: { by } });
  await render(document, { variables: { by: 9_999 } });
  await render(document, { variables: { by: 0 } });

  expect(executed()).toBe(10_001);
});

test('different rights are never served from one execution', async () => {
  const { render, executed } = aRendering();
  const document = parse('subscription { number { value } }');
  const viewers = [
    { id: 'ada', role: 'CUSTOMER' },
    { id: 'bob', role: 'CUSTOMER' },
    { id: 'mia', role: 'MANAGER' },
    { id: 'max', role: 'MANAGER' },
    { id: 'otto', role: 'OPERATOR' },
  ];

  for (const viewer of viewers) await render(document, { viewer });

  expect(executed()).toBe(4); // the two managers share
});

test('the context that a subscription started with can be released', async () => {
  const viewed = buildSchema('type Query { nothing: Int } type Subscription { me: Me } type Me { role: String }');
  const args: ExecutionArgs = {
    schema: viewed,
    document: parse('subscription { me { role } }'),
    contextValue: { viewer: { id: 'mia', role: 'MANAGER' } },
  };
  const { render } = createRenderingCache()(args, occasion);

  Object.assign(args, { contextValue: undefined });
  const { text } = await render({
    me: { role: (_: unknown, context: { viewer: { role: string } }) => context.viewer.role },
  });

  expect(text).toBe('{"data":{"me":{"role":"MANAGER"}}}');
});

test('an event that cannot be rendered is reported as a fault to all subscribers', async () => {
  const { render } = aRendering();

  const text = await render(parse('subscription { number { fails } }'));

  expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', correlationId: 'c-1' } }] });
});

test.each([
  ['the order that is the event is executed once', 'ORD-1', 1],
  ['a query for a query for a query for a query for another order calls a port, and is executed each time', 'ORD-2', 2],
])('a query for %s', async (_which, id, times) => {
  const queried = buildSchema('type Query { order(id: ID!): Order } type Order { value: Int }');
  const rendering = createRenderingCache();
  const find = async () => ({ value: 8 });
  let executed = 0;
  const event = {
    orderId: 'ORD-1',
    value: 7,
    order({ id }: { id: string }, { orders }: { orders: { find: (id: string) => Promise<object> } }) {
      executed += 1;
      return orders.find(id);
    },
  };
  const args = {
    schema: queried,
    document: parse(`{ order(id: "${id}") { value } }`),
    contextValue: { orders: { find } },
  };

  for (const _ of [1, 2]) await rendering(args, occasion).render(event);

  expect(executed).toBe(times);
});
