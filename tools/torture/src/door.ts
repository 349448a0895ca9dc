import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** The gateway's endpoint, and the headers of each request. */
export type Door = { url: string; headers: Record<string, string> };

export type Entry = { cursor: string; seq: number; type: string; detail: { status?: string } | null };

export const doorAt = (gateway: string, token: string | undefined): Door => ({
  url: `${gateway}/graphql`,
  headers: token ? { authorization: `Bearer ${token}` } : {},
});

/** The order's journal after a cursor, as it is streamed; ends with the order, fails with the connection. */
export async function* entries({ url, headers }: Door, id: string, after: string | null): AsyncGenerator<Entry> {
  const client = createClient({
    url: url.replace('http', 'ws'),
    connectionParams: headers,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionAckWaitTimeout: 5_000,
    keepAlive: 5_000,
  });
  const query =
    'subscription ($id: ID!, $after: Cursor) { orderEvents(id: $id, after: $after) { cursor seq type detail } }';
  try {
    for await (const { data, errors } of client.iterate<{ orderEvents: Entry }>({ query, variables: { id, after } })) {
      if (!data) throw new Error(JSON.stringify(errors));
      yield data.orderEvents;
    }
  } finally {
    await client.dispose();
  }
}

export async function ask<Data>(
  { url, headers }: Door,
  query: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}
