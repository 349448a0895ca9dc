import { type Pause, pause as realPause } from './backoff.ts';
import { cancellable, type Stream } from './cancellable.ts';
import type { OrderDetailsFragment, OrderFilter } from './generated/graphql.ts';
import type { Fetch } from './http.ts';
import { type OrderEvent, type OrdersChange, orderEntries, orderListChanges, orderSnapshots } from './order-streams.ts';
import { createRequest } from './request.ts';
import { createSseTransport } from './sse-transport.ts';
import { createTokens, type TokenSource, type Tokens } from './tokens.ts';
import type { Transport } from './transport.ts';
import { createWsTransport } from './ws-transport.ts';

export type ConnectOptions = {
  /** The GraphQL endpoint: "https://shop.example/graphql". */
  url: string;
  /** A token, or a function that returns one; it is called again when the last token was refused. */
  token: TokenSource;
  /** The transport of streams. One WebSocket carries all of them; without one, each is a request with server-sent events. */
  transport?: 'ws' | 'sse';
  fetch?: Fetch;
  /** A WebSocket class for platforms without one: `ws` in Node 20. */
  WebSocket?: unknown;
  /** A connection that receives nothing for this long is closed. The gateway sends a ping every 12 seconds. */
  silenceMs?: number;
  /** Between 0 and 1: spreads the retries of many clients. */
  random?: () => number;
  /** Waits between retries. */
  pause?: Pause;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
};

export type Waybill = ReturnType<typeof connect>;

/** A client of Waybill. Connections are opened when they are needed, and streams resume after they are cut. */
export function connect(options: ConnectOptions) {
  const settings = withDefaults(options);
  const { url, fetch, pause, random } = settings;
  const tokens = createTokens(options.token);
  const closing = new AbortController();
  const closed = closing.signal;
  let opened: Transport | undefined;
  const streams = { transport: () => (opened ??= openTransport(settings, tokens)), pause, random };
  const request = createRequest({ url, fetch, tokens, closed });

  return {
    /** Sends an operation, typed by its document. Throws `Refused`, or `Unavailable` when there is no response. */
    request,

    /** The order as it is, then after every change; ends when the order is done. */
    watchOrder: (id: string): Stream<OrderDetailsFragment> =>
      cancellable(closed, (cancelled) => orderSnapshots(id, streams, cancelled)),

    /** Its journal, each entry once and in order, from the beginning or after a cursor; ends when the order is done. */
    orderEvents: (id: string, { after = null }: { after?: string | null } = {}): Stream<OrderEvent> =>
      cancellable(closed, (cancelled) => orderEntries(id, after, streams, cancelled)),

    /** Every change of the orders that pass the filter, from now on or after a cursor; ends when it is returned. */
    ordersChanged: (
      filter: OrderFilter | null = null,
      { after = null }: { after?: string | null } = {},
    ): Stream<OrdersChange> =>
      cancellable(closed, (cancelled) => orderListChanges(filter, after, request, streams, cancelled)),

    /** Ends every stream and aborts every request. */
    close(): void {
      closing.abort();
      opened?.close();
    },
  };
}

const withDefaults = ({ url, transport, ...given }: ConnectOptions) => {
  const WebSocket = given.WebSocket ?? (globalThis as { WebSocket?: unknown }).WebSocket;
  return {
    url,
    WebSocket,
    transport: transport ?? (WebSocket ? 'ws' : 'sse'),
    fetch: given.fetch ?? ((...request: Parameters<Fetch>) => globalThis.fetch(...request)),
    silenceMs: given.silenceMs ?? 30_000,
    random: given.random ?? Math.random,
    pause: given.pause ?? realPause,
    now: given.now ?? (() => performance.now()),
  };
};

const openTransport = (settings: ReturnType<typeof withDefaults>, tokens: Tokens): Transport =>
  settings.transport === 'ws'
    ? createWsTransport({ ...settings, tokens })
    : createSseTransport({ ...settings, tokens });
