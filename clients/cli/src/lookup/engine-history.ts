import type { EngineEventFragment } from '@waybill/client';
import type { Context } from '../command/context.ts';
import type { Column } from '../output/fields.ts';
import { notFound } from '../problems/problems.ts';
import { findOrder } from './find-order.ts';

const columns: readonly Column<EngineEventFragment>[] = [
  ['ID', 'id'],
  ['AT', 'at'],
  ['TYPE', 'type'],
  ['STEP', 'step'],
];

/** Prints the engine's events, for operators. */
export async function engineHistory(
  { client, output, signal }: Context,
  id: string,
  after: string | undefined,
): Promise<undefined> {
  const shop = await client();
  await findOrder(shop, id, signal);
  const items: EngineEventFragment[] = [];
  let nextCursor = after ?? null;
  for await (const { nodes, pageInfo } of shop.orders.history(id, { pageSize: 100, signal, ...(after && { after }) })) {
    items.push(...nodes);
    nextCursor = pageInfo.endCursor ?? nextCursor;
  }
  if (items.length === 0 && !after)
    throw notFound('HISTORY_NOT_FOUND', `The engine has no history of ${id} that you may see`);
  await output.list({ items, nextCursor }, columns);
}
