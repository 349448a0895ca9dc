import type { Fetch } from './http/http.ts';
import { createProbe } from './http/probe.ts';
import { createRead } from './http/read.ts';
import { createRequest } from './http/request.ts';
import { createTokens, type TokenSource, type Tokens } from './http/tokens.ts';
import { createMethods } from './methods/methods.ts';
import type { Print, TypedDocument } from './protocol/document.ts';
import { retryOnReturn } from './streams/browser.ts';
import { type Connection, createReconnection, type Reconnection } from './streams/connection.ts';
import type { Stream } from './streams/stream.ts';
import { createStreams, type StreamOptions, subscribeTo } from './streams/streams.ts';
import { Closed, createScope, type Scope } from './timing/abort.ts';
import { type Pause, pause as realPause } from './timing/backoff.ts';
import { createSseTransport } from './transport/sse-transport.ts';
import type { Transport } from './transport/transport.ts';
import { createWsTransport } from './transport/ws-transport.ts';

export type ConnectOptions = {
  /** The GraphQL endpoint: "https://shop.example/graphql"; in a browser "/graphql" is enough. */
  url: string;
  /** A token, or a function that returns one; it is called again when the previous token was refused. */
  token: TokenSource;
  /** The transport of streams: one WebSocket for all of them, or a request with server-sent events for each. */
  transport?: 'ws' | 'sse';
  fetch?: Fetch;
  /** `print` of graphql, for your own documents that are ASTs. */
  print?: Print;
  /** A WebSocket class for platforms without one: `ws` in Node 20. */
  WebSocket?: unknown;
  /** A connection that receives nothing for this long is closed. The gateway sends a ping every 12 seconds. */
  silenceMs?: number;
  /**
   * The longest wait in milliseconds of a request for a rate limit to pass; none by default. Each page of a list waits
   * up to 30 seconds.
   */
  rateLimitWaitMs?: number;
  /** Returns a number between 0 and 1, which spreads the retries of many clients. */
  random?: () => number;
  /** The waits between retries, and for a rate limit, which is then the third argument. */
  pause?: Pause;
  /** Returns the milliseconds of a monotonic clock. */
  now?: () => number;
};

export type Waybill = ReturnType<typeof connect>;

/** A client of Waybill. Connections are opened when they are needed, and streams resume after a disconnect. */
export function connect(options: ConnectOptions) {
  const settings = withDefaults(options);
  const { print } = settings;
  const tokens = createTokens(options.token);
  const scope = createScope();
  const reconnection = createReconnection(settings);
  const request = createRequest({ ...settings, tokens, scope });
  const read = createRead(request);
  let opened: Transport | undefined;
  const transport = () => (opened ??= openTransport({ ...settings, tokens, scope, reconnection }));
  const streams = createStreams({ transport, reconnection, scope, read });
  const stopListening = retryOnReturn(reconnection.connection.retryNow);
  const connection: Connection = reconnection.connection;

  return {
    /** Sends an operation, typed by its document. Throws `Refused`, or `Unavailable` when there is no response. */
    request,
    /**
     * Follows a subscription, typed by its document. Variables may be a function of the last result, so that the stream
     * resumes after it.
     */
    subscribe: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      variables: Variables | ((last: Data | undefined) => Variables),
      options: StreamOptions = {},
    ): Stream<Data> => subscribeTo(streams, print, document, variables, options),
    connection,
    ...createMethods(read, streams),

    /** Ends every stream and every request with `Closed`. */
    close(): void {
      const why = new Closed();
      stopListening();
      scope.end(why);
      reconnection.close(why);
      opened?.close();
    },
  };
}

const withDefaults = ({ url, transport, ...rest }: ConnectOptions) => {
  const WebSocket = rest.WebSocket ?? (globalThis as { WebSocket?: unknown }).WebSocket;
  return {
    ...rest,
    url: endpointOf(url),
    WebSocket,
    transport: transport ?? (WebSocket ? 'ws' : 'sse'),
    fetch: rest.fetch ?? ((...request: Parameters<Fetch>) => globalThis.fetch(...request)),
    silenceMs: rest.silenceMs ?? 25_000,
    random: rest.random ?? Math.random,
    pause: rest.pause ?? realPause,
    now: rest.now ?? (() => performance.now()),
    time: () => Date.now(),
  };
};

/** Throws if the URL cannot be an endpoint. */
function endpointOf(url: string): string {
  const { location } = globalThis as { location?: { href: string } };
  const parsed = parsedUrl(url, location?.href);
  if (url === '' || !parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw new TypeError(`url "${url}" is no GraphQL endpoint`);
  return parsed.href;
}

type TransportOptions = ReturnType<typeof withDefaults> & { tokens: Tokens; scope: Scope; reconnection: Reconnection };

function openTransport(options: TransportOptions): Transport {
  const onAccepted = options.reconnection.accepted;
  return options.transport === 'ws'
    ? createWsTransport({ ...options, onAccepted, probe: createProbe(options) })
    : createSseTransport({ ...options, onAccepted });
}

function parsedUrl(url: string, base: string | undefined): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
