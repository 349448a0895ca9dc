import { describe, expect, test } from 'vitest';
import { all } from './support/events.ts';
import { anIsolatedGateway } from './support/isolated-gateway.ts';

const front = anIsolatedGateway();

type Params = { query: string; operationName?: string; variables?: Record<string, unknown> };
type Errors = readonly { extensions?: Record<string, unknown> }[];

const post = async (params: Params, accept: string) =>
  fetch(front().endpoint, {
    method: 'POST',
    headers: { ...front().authorization, 'content-type': 'application/json', accept },
    body: JSON.stringify(params),
  });

const get = ({ query, operationName, variables }: Params, accept: string) => {
  const search = new URLSearchParams({ query });
  if (operationName !== undefined) search.set('operationName', operationName);
  if (variables) search.set('variables', JSON.stringify(variables));
  return fetch(`${front().endpoint}?${search}`, { headers: { ...front().authorization, accept } });
};

const errorsOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { errors: Errors }).errors;

const streamed = async (answer: Promise<Response>): Promise<Errors> => {
  const [, data] = /^data: (.*)$/m.exec(await (await answer).text()) ?? [];
  return JSON.parse(data ?? '{}').errors;
};

const followed = async (params: Params): Promise<Errors> => {
  const told = await all(front().follow(params)).catch((errors: unknown) => [{ errors: errors as Errors }]);
  return told[0]?.errors ?? [];
};

/** The transports, each with the error that it returns for a request. */
const transports: [string, (params: Params) => Promise<Errors>][] = [
  ['a POST', (params) => errorsOf(post(params, 'application/json'))],
  ['a POST for the newer media type', (params) => errorsOf(post(params, 'application/graphql-response+json'))],
  ['a GET', (params) => errorsOf(get(params, 'application/json'))],
  ['events by POST', (params) => streamed(post(params, 'text/event-stream'))],
  ['events by GET', (params) => streamed(get(params, 'text/event-stream'))],
  ['a WebSocket', followed],
];

const order = 'query Q($id: ID!) { order(id: $id) { id } }';
const orders = 'query Q($filter: OrderFilter) { orders(filter: $filter) { changesCursor } }';
const changes = 'subscription S($filter: OrderFilter) { ordersChanged(filter: $filter) { cursor } }';

const wrong: [string, Params][] = [
  ['a variable that is missing', { query: order }],
  ['a variable that is null', { query: order, variables: { id: null } }],
  ['a variable of another type', { query: order, variables: { id: { a: 1 } } }],
  ['a variable of an unknown enum value', { query: orders, variables: { filter: { status: ['SOLD'] } } }],
  ['a variable with an unknown field', { query: orders, variables: { filter: { colour: 'red' } } }],
  ['a variable that no scalar takes', { query: orders, variables: { filter: { createdFrom: 'yesterday' } } }],
  [
    'a nullable variable for an argument that may not be null',
    { query: 'query Q($of: Boolean = true) { viewer { id @include(if: $of) } }', variables: { of: null } },
  ],
  ['an operation name that is unknown', { query: order, operationName: 'R', variables: { id: 'ORD-1' } }],
  ['no operation name among several', { query: 'query A { viewer { id } } query B { viewer { id } }' }],
];

describe.each(transports)('%s', (_, ask) => {
  test.each(wrong)('with %s is told what is wrong with it', async (_, params) => {
    const errors = await ask(params);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test.each(transports.slice(3))('a subscription by %s is told which of its variables are wrong', async (_, ask) => {
  const errors = await ask({ query: changes, variables: { filter: { status: ['SOLD'] } } });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('the newer media type has an error status if nothing was executed', async () => {
  const answers = await Promise.all(wrong.map(([, params]) => post(params, 'application/graphql-response+json')));

  expect(answers.map(({ status }) => status)).toEqual(
    wrong.map(([what]) => (what.startsWith('a nullable variable') ? 200 : 400)),
  );
});
