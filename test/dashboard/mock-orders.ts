import type { OrderSummaryFragment } from '@waybill/client';
import type { Page, WebSocketRoute } from 'playwright-core';
import { aSummary } from '../../clients/web/test/support/order.ts';

type Sent = { id: string; type: string; payload?: { query: string } };
type Stream = { socket: WebSocketRoute; id: string };

export type MockedOrders = Awaited<ReturnType<typeof mockOrders>>;

/** A list of orders that no gateway has, read in one page; they change as often as they are told to. */
export async function mockOrders(page: Page, total: number, before = Date.UTC(2026, 0, 2)) {
  const orders = ordersOf(total, before);
  let stream: Stream | undefined;
  let sent = 0;
  await page.route('**/graphql', (route) => {
    if (!route.request().postData()?.includes('query Orders(')) return route.fallback();
    const nodes = [...orders.values()];
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    return route.fulfill({ json: { data: { orders: { nodes, pageInfo, changesCursor: '0' } } } });
  });
  await page.routeWebSocket('**/graphql', (socket) =>
    socket.onMessage((message) => {
      const { id, type, payload } = JSON.parse(String(message)) as Sent;
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'subscribe' && payload?.query.includes('subscription OrdersChanged')) stream = { socket, id };
    }),
  );
  const tell = (order: OrderSummaryFragment, kind = 'MATCHES') => {
    orders.set(order.id, order);
    const ordersChanged = { kind, cursor: String(++sent), order };
    stream?.socket.send(JSON.stringify({ id: stream.id, type: 'next', payload: { data: { ordersChanged } } }));
  };
  const become = (at: number, part: Partial<OrderSummaryFragment>, kind = 'MATCHES'): void => {
    const order = orders.get(`MOCK-${at}`);
    if (order) tell({ ...order, ...part, revision: order.revision + 1 }, kind);
  };
  return {
    isFollowed: () => stream !== undefined,
    /** The order at this place of the list changes in these parts. */
    become,
    /** The order at this place of the list gets on. */
    change: (at: number, progress: number): void => become(at, { progress }),
    /** It passes the list's filter no more. */
    leave: (at: number): void => become(at, {}, 'LEFT'),
    come: (): void =>
      tell(aSummary({ id: `MOCK-NEW-${sent}`, createdAt: new Date(Date.UTC(2026, 0, 3) + sent).toISOString() })),
  };
}

/** The newest first, a second apart. */
function ordersOf(total: number, before: number): Map<string, OrderSummaryFragment> {
  const orders = new Map<string, OrderSummaryFragment>();
  for (let at = 1; at <= total; at++) {
    const createdAt = new Date(before - at * 1_000).toISOString();
    orders.set(`MOCK-${at}`, aSummary({ id: `MOCK-${at}`, createdAt }));
  }
  return orders;
}
