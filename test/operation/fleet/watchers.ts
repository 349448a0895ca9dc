import { connect, type Waybill } from '@waybill/client';
import { WebSocket } from 'ws';

/** What one watcher was told of an order, to its end. */
export type Seen = { orderId: string; entries: string[]; cursors: string[]; revisions: number[]; status: string };

export type Watchers = Awaited<ReturnType<typeof openWatchers>>;

/** So many begin at once. */
const batch = 40;

/**
 * Watchers with a connection each, half over WebSocket and half over server-sent events, of each half every second one of the
 * journal and the others of the state. Resolves when each has been told something.
 */
export async function openWatchers(url: string, token: string, orderIds: readonly string[], count: number) {
  const clients: Waybill[] = [];
  const ends: Promise<Seen>[] = [];
  const begin = async (number: number) => {
    const transport = number % 2 === 0 ? 'ws' : 'sse';
    const client = connect({ url: `${url}/graphql`, token, WebSocket, transport, silenceMs: 60_000 });
    clients.push(client);
    const orderId = orderIds[Math.floor(number / 4) % orderIds.length] ?? '';
    const { first, end } = number % 4 < 2 ? followJournal(client, orderId) : followState(client, orderId);
    ends.push(end);
    await Promise.race([first, end]);
  };
  for (let from = 0; from < count; from += batch)
    await Promise.all(Array.from({ length: Math.min(batch, count - from) }, (_, at) => begin(from + at)));
  return {
    /** What each has seen, when every order has ended. */
    ended: () => Promise.all(ends),
    close: () => {
      for (const client of clients) client.close();
    },
  };
}

const nothing = (orderId: string): Seen => ({ orderId, entries: [], cursors: [], revisions: [], status: '' });

function followJournal({ orders }: Waybill, orderId: string) {
  return following(nothing(orderId), orders.events(orderId), (seen, { seq, type, cursor, detail }) => {
    seen.entries.push(`${seq} ${type}`);
    seen.cursors.push(cursor);
    seen.revisions.push(seq);
    if (type === 'ORDER_CLOSED') seen.status = (detail as { status: string }).status;
  });
}

function followState({ orders }: Waybill, orderId: string) {
  return following(nothing(orderId), orders.watch(orderId), (seen, { revision, status }) => {
    seen.revisions.push(revision);
    seen.status = status;
  });
}

function following<Item>(seen: Seen, items: AsyncIterable<Item>, take: (seen: Seen, item: Item) => void) {
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const read = async () => {
    for await (const item of items) {
      take(seen, item);
      begun();
    }
    return seen;
  };
  const end = read();
  end.catch(() => undefined); // whoever waits for all of them sees it
  return { first, end };
}
