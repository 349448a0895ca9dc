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
  /** Where GraphQL is: "https://shop.example/graphql". */
  url: string;
  /** A token; or what gives one, and a new one when it is called again because the last was refused. */
  token: TokenSource;
  /** How streams come. A WebSocket carries them all; where there is none, each is a request with server-sent events. */
  transport?: 'ws' | 'sse';
  fetch?: Fetch;
  /** A WebSocket class where the platform has none: `ws` in Node 20. */
  WebSocket?: unknown;
  /** A connection that says nothing for so long is given up. The gateway says something every 12 seconds. */
  silenceMs?: number;
  /** Between 0 and 1: spreads the tries of many clients. */
  random?: () => number;
  /** Waits between tries. */
  pause?: Pause;
  /** Milliseconds on a clock that never goes back. */
  now?: () => number;
};

export type Waybill = ReturnType<typeof connect>;

/** Waybill at an address. Nothing is opened before it is needed, and what is cut is taken up again. */
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
  const means = { transport: () => (opened ??= open()), pause, random };
  const request = createRequest({ url, fetch, tokens, closed });

  return {
    /** One operation, typed by its document. Throws `Refused`, or `Unavailable` when there is no answer. */
    request,

    /** The order as it is, then after every change; ends when the order is done. */
    watchOrder: (id: string): Stream<OrderDetailsFragment> =>
      cancellable(closed, (left) => orderSnapshots(id, means, left)),

    /** Its journal, each entry once and in order, from the beginning or after a cursor; ends when the order is done. */
    orderEvents: (id: string, { after = null }: { after?: string | null } = {}): Stream<OrderEvent> =>
      cancellable(closed, (left) => orderEntries(id, after, means, left)),

    /** Every change among the orders that the filter lets through, from now on or after a cursor; ends when it is left. */
    ordersChanged: (
      filter: OrderFilter | null = null,
      { after = null }: { after?: string | null } = {},
    ): Stream<OrdersChange> => cancellable(closed, (left) => orderListChanges(filter, after, request, means, left)),

    /** Ends every stream and calls off every request. */
    close(): void {
      closing.abort();
      opened?.close();
    },
  };
}
