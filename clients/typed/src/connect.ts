import { type Pause, pause as realPause } from './backoff.ts';
import { cancellable, type Stream } from './cancellable.ts';
import type { OrderDetailsFragment, OrderFilter } from './generated/graphql.ts';
import type { Fetch } from './http.ts';
import { type OrderEvent, type OrdersChange, orderEntries, orderListChanges, orderSnapshots } from './order-streams.ts';
import { createRequest } from './request.ts';
import { createSseTransport } from './sse-transport.ts';
import { createTokens, type TokenSource } from './tokens.ts';
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
export function connect({
  url,
  token,
  silenceMs = 30_000,
  random = Math.random,
  pause = realPause,
  now = () => performance.now(),
  ...given
}: ConnectOptions) {
  const fetch: Fetch = given.fetch ?? ((...request) => globalThis.fetch(...request));
  const WebSocket = given.WebSocket ?? (globalThis as { WebSocket?: unknown }).WebSocket;
  const tokens = createTokens(token);
  const closing = new AbortController();
  const closed = closing.signal;

  const open = (): Transport =>
    (given.transport ?? (WebSocket ? 'ws' : 'sse')) === 'ws'
      ? createWsTransport({ url, tokens, WebSocket, silenceMs })
      : createSseTransport({ url, fetch, tokens, silenceMs, now });
  let opened: Transport | undefined;
  const options = { transport: () => (opened ??= open()), pause, random };
  const request = createRequest({ url, fetch, tokens, closed });

  return {
    /** Sends an operation, typed by its document. Throws `Refused`, or `Unavailable` when there is no response. */
    request,

    /** The order as it is, then after every change; ends when the order is done. */
    watchOrder: (id: string): Stream<OrderDetailsFragment> =>
      cancellable(closed, (cancelled) => orderSnapshots(id, options, cancelled)),

    /** Its journal, each entry once and in order, from the beginning or after a cursor; ends when the order is done. */
    orderEvents: (id: string, { after = null }: { after?: string | null } = {}): Stream<OrderEvent> =>
      cancellable(closed, (cancelled) => orderEntries(id, after, options, cancelled)),

    /** Every change of the orders that pass the filter, from now on or after a cursor; ends when it is returned. */
    ordersChanged: (
      filter: OrderFilter | null = null,
      { after = null }: { after?: string | null } = {},
    ): Stream<OrdersChange> =>
      cancellable(closed, (cancelled) => orderListChanges(filter, after, request, options, cancelled)),

    /** Ends every stream and aborts every request. */
    close(): void {
      closing.abort();
      opened?.close();
    },
  };
}
