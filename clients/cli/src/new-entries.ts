import type { JournalFilter, OrderEvent, Waybill } from '@waybill/client';

export type NewEntry = OrderEvent & { orderId: string };
type Filter = Pick<JournalFilter, 'type' | 'actor' | 'orderId'>;

/** So many orders are known by how far each has been read; then the one that was read longest ago is forgotten. */
const mostKnown = 10_000;

/**
 * The entries of all orders as they come, those of an order once and in order. The API has no subscription to them: an order's
 * are read each time that it has changed.
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

/** The time of the newest entry: what is older was there before. */
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

/** What it has had until now is not new should it change again. */
function forgetOldest(known: Map<string, OrderEvent>, since: string): string {
  const [[id, { at }] = ['', { at: since }]] = known;
  known.delete(id);
  return at > since ? at : since;
}
