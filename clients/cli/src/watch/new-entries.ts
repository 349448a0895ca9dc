import type { JournalFilter, OrderEvent, Waybill } from '@waybill/client';

export type NewEntry = OrderEvent & { orderId: string };
type Filter = Pick<JournalFilter, 'type' | 'actor' | 'orderId'>;

/** The position is kept for at most this many orders; the one that was read longest ago is dropped first. */
const mostKnown = 10_000;

/**
 * Yields new entries of all orders, those of one order once and in order. The API has no subscription to them, so an
 * order's entries are read after each change.
 */
export async function* newEntries(client: Waybill, filter: Filter, signal: AbortSignal): AsyncGenerator<NewEntry> {
  const known = new Map<string, OrderEvent>();
  let since = await newestAt(client, signal);
  for await (const { order } of client.orders.changes(null, { signal })) {
    if (filter.orderId && order.id !== filter.orderId) continue;
    const read = known.get(order.id);
    known.delete(order.id);
    for await (const event of entriesAfter(client, order.id, read?.cursor, signal)) {
      known.set(order.id, event);
      if ((read || event.at > since) && passes(event, filter)) yield { ...event, orderId: order.id };
    }
    if (read && !known.has(order.id)) known.set(order.id, read);
    if (known.size > mostKnown) since = forgetOldest(known, since);
  }
}

/** Returns the time of the newest entry: older ones are not new. */
async function newestAt({ journal }: Waybill, signal: AbortSignal): Promise<string> {
  for await (const { nodes } of journal.list({}, { pageSize: 1, signal })) return nodes[0]?.event.at ?? '';
  return '';
}

async function* entriesAfter({ orders }: Waybill, id: string, cursor: string | undefined, signal: AbortSignal) {
  const from = { pageSize: 100, signal, ...(cursor !== undefined && { after: cursor }) };
  for await (const { nodes } of orders.timeline(id, from)) yield* nodes;
}

const passes = ({ type, actor }: OrderEvent, filter: Filter) =>
  (!filter.type || filter.type.includes(type)) && (!filter.actor || filter.actor === actor);

/** Marks the existing entries as read, so that only later ones count as new. */
function forgetOldest(known: Map<string, OrderEvent>, since: string): string {
  const [[id, { at }] = ['', { at: since }]] = known;
  known.delete(id);
  return at > since ? at : since;
}
