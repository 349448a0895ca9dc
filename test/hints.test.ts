import type { Gateway } from '@waybill/gateway';
import { loopbackOnly } from '@waybill/platform';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anAccess, aToken } from '../services/gateway/test/support/tokens.ts';
import { aLonelyGateway } from './support/services.ts';

let closed: Gateway;
let open: Gateway;
beforeAll(async () => {
  closed = await aLonelyGateway(loopbackOnly, anAccess({ introspection: false }));
  open = await aLonelyGateway(loopbackOnly, anAccess());
});
afterAll(() => Promise.all([closed.stop(), open.stop()]));

type Asked = { query: string; variables?: Record<string, unknown> };

const listing = 'query ($filter: OrderFilter) { orders(filter: $filter) { nodes { id } } }';
const following = 'subscription ($filter: OrderFilter) { ordersChanged(filter: $filter) { cursor } }';

const mistakes: [string, Asked][] = [
  ['a field', { query: '{ viewer { idd } }' }],
  ['an argument', { query: '{ order(idd: "x") { id } }' }],
  ['a type', { query: '{ viewer { ... on Viewerr { id } } }' }],
  ['an enum value', { query: '{ orders(filter: { status: [SHIPED] }) { nodes { id } } }' }],
  ['an input field', { query: '{ orders(filter: { statuss: [SHIPPED] }) { nodes { id } } }' }],
  ['an enum value in a variable', { query: listing, variables: { filter: { status: ['SHIPED'] } } }],
  ['an input field in a variable', { query: listing, variables: { filter: { statuss: ['SHIPPED'] } } }],
  [
    'an enum value in a variable of a subscription',
    { query: following, variables: { filter: { status: ['SHIPED'] } } },
  ],
  ['an input field in a variable of a subscription', { query: following, variables: { filter: { statuss: [] } } }],
];

test.each(mistakes)(
  'if the schema is hidden, a wrong name of %s gets no suggestion, on any transport',
  async (_, asked) => {
    const answers = await onEveryTransport(closed, asked);

    for (const answer of answers) expect(answer).toContain('"message"');
    expect(answers.join()).not.toContain('Did you mean');
  },
);

test.each(mistakes)('if the schema is shown, a wrong name of %s gets a suggestion', async (_, asked) => {
  expect((await onEveryTransport(open, asked)).join()).toContain('Did you mean');
});

async function onEveryTransport({ url }: Gateway, asked: Asked): Promise<string[]> {
  const authorization = `Bearer ${await aToken()}`;
  const over = async (accept: string, method: 'POST' | 'GET') => {
    const query = new URLSearchParams({ query: asked.query, variables: JSON.stringify(asked.variables ?? {}) });
    const headers = { authorization, accept, 'content-type': 'application/json' };
    const sent = method === 'POST' ? { method, body: JSON.stringify(asked) } : {};
    return (await fetch(`${url}/graphql${method === 'GET' ? `?${query}` : ''}`, { headers, ...sent })).text();
  };
  return Promise.all([
    ...(asked.query.startsWith('subscription')
      ? []
      : [over('application/json', 'POST'), over('application/json', 'GET')]),
    over('text/event-stream', 'POST'),
    over('text/event-stream', 'GET'),
    overSocket(url, authorization, asked),
  ]);
}

async function overSocket(url: string, authorization: string, asked: Asked): Promise<string> {
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization },
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const response = await socket
    .iterate(asked)
    .next()
    .catch((errors: unknown) => errors);
  await socket.dispose();
  return JSON.stringify(response);
}
