import type { Gateway } from '@waybill/gateway';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type EventStream, eventStream } from './event-stream.ts';

type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
};

export type Driver = ReturnType<typeof gatewayDriver>;

/** Speaks to a gateway as its clients do. */
export function gatewayDriver(gateway: Gateway) {
  const endpoint = `${gateway.url}/graphql`;
  const clients: Client[] = [];
  const streams: EventStream[] = [];

  const post = (query: string, headers: Record<string, string> = {}) =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  /** One operation over HTTP. */
  const ask = async (query: string, headers: Record<string, string> = {}): Promise<Answer> =>
    (await (await post(query, headers)).json()) as Answer;

  return {
    url: gateway.url,
    endpoint,
    watches: gateway.watches,
    stop: gateway.stop,
    post,

    ask,

    /** The data of one operation over HTTP that is expected to work. */
    async told<T>(query: string, headers: Record<string, string> = {}): Promise<T> {
      const { data, errors } = await ask(query, headers);
      if (!data) throw new Error(JSON.stringify(errors));
      return data as T;
    },

    /** One operation over a WebSocket of its own. */
    follow(query: string) {
      const client = createClient({ url: endpoint.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
      clients.push(client);
      return client.iterate<Record<string, unknown>>({ query });
    },

    /** One operation as server-sent events. */
    async stream(query: string, headers: Record<string, string> = {}): Promise<EventStream> {
      const stream = eventStream(await post(query, { accept: 'text/event-stream', ...headers }));
      streams.push(stream);
      return stream;
    },

    async close() {
      await Promise.all(streams.map((stream) => stream.leave()));
      await Promise.all(clients.map((client) => client.dispose()));
    },
  };
}
