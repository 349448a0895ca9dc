import type { Gateway } from '@waybill/gateway';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type EventStream, eventStream } from './event-stream.ts';

type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
};

type Headers = Record<string, string>;

export type Driver = ReturnType<typeof gatewayDriver>;

/** Speaks to a gateway as its clients do, with one token. */
export function gatewayDriver(gateway: Gateway, token: string | undefined) {
  const endpoint = `${gateway.url}/graphql`;
  const authorization: Headers = token ? { authorization: `Bearer ${token}` } : {};
  const clients: Client[] = [];
  const streams: EventStream[] = [];

  const post = (query: string, headers: Headers = {}, variables = {}) =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });

  /** One operation over HTTP. */
  const ask = async (query: string, headers: Headers = {}, variables = {}): Promise<Answer> =>
    (await (await post(query, headers, variables)).json()) as Answer;

  return {
    url: gateway.url,
    endpoint,
    authorization,
    usage: gateway.usage,
    stop: gateway.stop,
    post,

    ask,

    /** The same gateway, spoken to by someone else. */
    as: (other: string | undefined) => gatewayDriver(gateway, other),

    /** The data of one operation over HTTP that is expected to work. */
    async told<T>(query: string, headers: Headers = {}): Promise<T> {
      const { data, errors } = await ask(query, headers);
      if (!data) throw new Error(JSON.stringify(errors));
      return data as T;
    },

    /** One operation over a WebSocket of its own. */
    follow(operation: string | SubscribePayload) {
      const client = createClient({
        url: endpoint.replace('http', 'ws'),
        connectionParams: authorization,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      clients.push(client);
      return client.iterate<Record<string, unknown>>(typeof operation === 'string' ? { query: operation } : operation);
    },

    /** A WebSocket that has not said anything yet. */
    socket: (protocol: string | string[] = 'graphql-transport-ws', headers: Headers = {}) =>
      new WebSocket(endpoint.replace('http', 'ws'), protocol, { headers }),

    /** One operation as server-sent events. */
    async stream(query: string, headers: Headers = {}, variables = {}): Promise<EventStream> {
      const stream = eventStream(await post(query, { accept: 'text/event-stream', ...headers }, variables));
      streams.push(stream);
      return stream;
    },

    async close() {
      await Promise.all(streams.map((stream) => stream.leave()));
      await Promise.all(clients.map((client) => client.dispose()));
    },
  };
}
