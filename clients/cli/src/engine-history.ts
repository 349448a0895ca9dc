import type { DocumentText } from '@waybill/client';
import type { Context } from './context.ts';
import type { Column } from './item.ts';
import { notFound } from './problems.ts';

type Event = { id: number; type: string; at: string; step: string | null; detail: unknown };
type Answer = {
  order: { history: { nodes: Event[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null } | null;
};

const document = `query History($id: ID!, $after: Cursor) { order(id: $id) { history(after: $after) {
  nodes { id type at step detail } pageInfo { hasNextPage endCursor } } } }` as DocumentText<
  Answer,
  { id: string; after: string | null }
>;

const columns: readonly Column<Event>[] = [
  ['ID', 'id'],
  ['AT', 'at'],
  ['TYPE', 'type'],
  ['STEP', 'step'],
];

/** The engine's own events, for operators. */
export async function engineHistory(
  { client, output, signal }: Context,
  id: string,
  after: string | undefined,
): Promise<undefined> {
  const shop = await client();
  const items: Event[] = [];
  let cursor = after ?? null;
  for (;;) {
    const { order } = await shop.request(document, { id, after: cursor }, { signal });
    if (!order) throw notFound('ORDER_NOT_FOUND', `There is no order ${id}`);
    if (!order.history)
      throw notFound('HISTORY_NOT_FOUND', `The engine has no history of ${id}, or it is not yours to see`);
    items.push(...order.history.nodes);
    cursor = order.history.pageInfo.endCursor;
    if (!order.history.pageInfo.hasNextPage) break;
  }
  await output.list({ items, nextCursor: cursor }, columns);
}
