import type { Paging } from '@waybill/client';
import type { Context } from '../command/context.ts';
import type { Column, Item } from '../output/fields.ts';
import { usage } from '../problems/problems.ts';

export type Listing = { limit?: string; all?: boolean; after?: string; idsOnly?: boolean };

type Page<T> = { nodes: readonly T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const usually = 20;
/** The page size of the gateway. */
const largestPage = 100;

/** Prints up to the limit, page by page, and the cursor of the next page. */
export async function listed<T extends Item>(
  { output, note, signal }: Context,
  { limit, all, after, idsOnly }: Listing,
  columns: readonly Column<T>[],
  read: (paging: Paging) => AsyncIterable<Page<T>>,
): Promise<void> {
  const most = all ? Number.POSITIVE_INFINITY : limitFrom(limit);
  const items: T[] = [];
  let nextCursor: string | null = null;
  for await (const { nodes, pageInfo } of read({
    pageSize: Math.min(most, largestPage),
    signal,
    ...(after && { after }),
  })) {
    items.push(...nodes.slice(0, most - items.length));
    nextCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (items.length >= most) break;
  }
  if (idsOnly) for (const { id } of items) output.terminal.say(String(id));
  else await output.list({ items, nextCursor }, columns);
  if (nextCursor) note(`There are more: use --all, or --after ${nextCursor}`);
}

function limitFrom(text = `${usually}`): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw usage(`--limit: "${text}" is not a number of 1 or more`);
  return limit;
}
