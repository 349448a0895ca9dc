import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Change = { status: string; progress: number; revision: number; closedAt: string | null };
export type Entry = { cursor: string; seq: number; type: string; step: string | null };
export type Placed = { id: string; total: { amount: string; currencyCode: string } };

type Request = { query: string; variables?: Record<string, unknown> };

/** The gateway as its clients use it: requests, sockets and event streams. */
export function frontDoor(url: string, token: string) {
  const door = { url, authorization: `Bearer ${token}` };
  return {
    ask: <Data>(query: string, variables?: Record<string, unknown>) =>
      ask<Data>(door, { query, variables: variables ?? {} }),
    place: async (): Promise<Placed> => {
      const { catalogue } = await ask<{ catalogue: { sku: string }[] }>(door, { query: '{ catalogue { sku } }' });
      const input = { ...customer, items: [{ sku: catalogue[0]?.sku, quantity: 1 }] };
      const { placeOrder } = await ask<{ placeOrder: { order: Placed } }>(door, { query: place, variables: { input } });
      return placeOrder.order;
    },
    watch: (id: string) => overSocket<Change>(door, { query: watch, variables: { id } }, 'orderChanged'),
    watchByEventStream: (id: string) =>
      byEventStream<Change>(door, { query: watch, variables: { id } }, 'orderChanged'),
    events: (id: string, after: string | undefined) =>
      overSocket<Entry>(door, { query: events, variables: { id, after: after ?? null } }, 'orderEvents'),
  };
}

const customer = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};

const place = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { ... on PlaceOrderPayload { order { id total { amount currencyCode } } } }
}`;
const watch = 'subscription ($id: ID!) { orderChanged(id: $id) { status progress revision closedAt } }';
const events = `subscription ($id: ID!, $after: Cursor) {
  orderEvents(id: $id, after: $after) { cursor seq type step }
}`;

type Door = { url: string; authorization: string };

async function ask<Data>(door: Door, request: Request): Promise<Data> {
  const response = await post(door, request, 'application/json');
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown[] };
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
}

const post = ({ url, authorization }: Door, request: Request, accept: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization },
    body: JSON.stringify(request),
  });

async function* overSocket<T>({ url, authorization }: Door, request: Request, field: string): AsyncGenerator<T> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization },
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    for await (const { data, errors } of client.iterate<Record<string, T>>(request))
      yield contentOf(field, { data, errors });
  } finally {
    await client.dispose();
  }
}

async function* byEventStream<T>(door: Door, request: Request, field: string): AsyncGenerator<T> {
  const { body } = await post(door, request, 'text/event-stream');
  let rest = '';
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      if (/^event: complete$/m.test(part)) return;
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data) yield contentOf(field, JSON.parse(data));
    }
  }
}

function contentOf<T>(
  field: string,
  { data, errors }: { data?: Record<string, T> | null | undefined; errors?: unknown },
): T {
  const content = data?.[field];
  if (content === undefined) throw new Error(`No ${field} in this event: ${JSON.stringify(errors)}`);
  return content;
}
