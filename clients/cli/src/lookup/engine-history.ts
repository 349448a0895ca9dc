import type { EngineEventFragment, Waybill } from '@waybill/client';
import type { Context } from '../command/context.ts';
import type { Column } from '../output/fields.ts';
import { notFound } from '../problems/problems.ts';
import { createListing } from './pages.ts';

const columns: readonly Column<EngineEventFragment>[] = [
  ['ID', 'id'],
  ['AT', 'at'],
  ['TYPE', 'type'],
  ['STEP', 'step'],
];

type WithHistory = Pick<Waybill['orders'], 'history'>;

/** Prints the engine's events of an order or run, for operators. */
export async function engineHistory(
  { output, signal }: Context,
  { history }: WithHistory,
  id: string,
  after: string | undefined,
): Promise<undefined> {
  const list = createListing(output, columns);
  let nextCursor = after ?? null;
  for await (const { nodes, pageInfo } of history(id, { pageSize: 100, signal, ...(after && { after }) })) {
    await list.add(nodes);
    nextCursor = pageInfo.endCursor ?? nextCursor;
  }
  if (list.count() === 0 && !after)
    throw notFound('HISTORY_NOT_FOUND', `The engine has no history of ${id} that you may see`);
  await list.end(nextCursor);
}
