import type { Gateway } from '@waybill/gateway';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type EventStream, eventStream } from './event-stream.ts';

type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
};

type Headers = Record<string, string>;

export type Driver = Pick<Gateway, 'url' | 'usage' | 'stop'> &
  ReturnType<typeof createHttp> &
  Pick<ReturnType<typeof createStreams>, 'stream'> &
  Omit<ReturnType<typeof createSockets>, 'closeClients'> & {
    endpoint: string;
    authorization: Headers;
    as: (other: string | undefined) => Driver;
    close: () => Promise<void>;
  };

/** A client of a gateway, with one token. */
export function gatewayDriver(gateway: Gateway, token: string | undefined): Driver {
  const endpoint = `${gateway.url}/graphql`;
  const authorization: Headers = token ? { authorization: `Bearer ${token}` } : {};
  const http = createHttp(endpoint, authorization);
  const { closeStreams, stream } = createStreams(http.post);
  const { closeClients, ...sockets } = createSockets(endpoint, authorization);

  return {
    url: gateway.url,
    endpoint,
    authorization,
    usage: gateway.usage,
    stop: gateway.stop,
    ...http,
    ...sockets,
    stream,

    /** A client of the same gateway with another token. */
    as: (other) => gatewayDriver(gateway, other),

    async close() {
      await closeStreams();
      await closeClients();
    },
  };
}

function createHttp(endpoint: string, authorization: Headers) {
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
    post,
    ask,

    /** The data of one operation over HTTP that is expected to work. */
    async told<T>(query: string, headers: Headers = {}): Promise<T> {
      const { data, errors } = await ask(query, headers);
      if (!data) throw new Error(JSON.stringify(errors));
      return data as T;
    },
  };
}

function createStreams(post: ReturnType<typeof createHttp>['post']) {
  const streams: EventStream[] = [];
  return {
    /** One operation as server-sent events. */
    async stream(query: string, headers: Headers = {}, variables = {}): Promise<EventStream> {
      const stream = eventStream(await post(query, { accept: 'text/event-stream', ...headers }, variables));
      streams.push(stream);
      return stream;
    },
    closeStreams: () => Promise.all(streams.map((stream) => stream.leave())),
  };
}

function createSockets(endpoint: string, authorization: Headers) {
  const url = endpoint.replace('http', 'ws');
  const clients: Client[] = [];
  return {
    /** One operation over a WebSocket of its own. */
    follow(operation: string | SubscribePayload) {
      const client = createClient({ url, connectionParams: authorization, webSocketImpl: WebSocket, retryAttempts: 0 });
      clients.push(client);
      return client.iterate<Record<string, unknown>>(typeof operation === 'string' ? { query: operation } : operation);
    },

    /** A WebSocket that has sent nothing yet. */
    socket: (protocol: string | string[] = 'graphql-transport-ws', headers: Headers = {}) =>
      new WebSocket(url, protocol, { headers }),

    closeClients: () => Promise.all(clients.map((client) => client.dispose())),
  };
}
