import type { Paging } from '@waybill/client';
import type { Context } from '../command/context.ts';
import type { Column, Item } from '../output/fields.ts';
import type { Output } from '../output/output.ts';
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
  const list = createListing(output, columns, idsOnly);
  let nextCursor: string | null = null;
  for await (const { nodes, pageInfo } of read({
    pageSize: Math.min(most, largestPage),
    signal,
    ...(after && { after }),
  })) {
    await list.add(nodes.slice(0, most - list.count()));
    nextCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    if (list.count() >= most) break;
  }
  await list.end(nextCursor);
  if (nextCursor) note(`There are more: use --all, or --after ${nextCursor}`);
}

/** Prints a list page by page as it arrives where its format allows it, and otherwise at its end. */
export function createListing<T extends Item>(output: Output, columns: readonly Column<T>[], idsOnly = false) {
  const items: T[] = [];
  let count = 0;
  return {
    count: () => count,
    add: async (page: readonly T[]) => {
      if (idsOnly) for (const { id } of page) output.terminal.say(String(id));
      else if (output.isByPage) await output.list({ items: page, nextCursor: null }, columns, count > 0);
      else items.push(...page);
      count += page.length;
    },
    end: async (nextCursor: string | null) => {
      if (!idsOnly && !output.isByPage) await output.list({ items, nextCursor }, columns);
    },
  };
}

function limitFrom(text = `${usually}`): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw usage(`--limit: "${text}" is not a number of 1 or more`);
  return limit;
}
