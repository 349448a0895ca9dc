import type { RequestOptions } from '../http/request.ts';
import type { StreamOptions } from './streams.ts';

/** The list or stream begins after this cursor. */
export type From = StreamOptions & { after?: string | null };
export type Paging = From & { pageSize?: number };

/** The longest wait for a page that exceeds the rate limit. */
const rateLimitWaitMs = 30_000;

type Page = { pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type Bounds = { first: number | undefined; after: string | null };

/** Yields every page to the last; a long list takes as long as the rate limit makes it. */
export async function* pages<P extends Page>(
  { pageSize, after = null, signal }: Paging = {},
  read: (bounds: Bounds, options: RequestOptions) => Promise<P>,
): AsyncGenerator<P, void, void> {
  const options = { signal, rateLimitWaitMs };
  for (;;) {
    const page = await read({ first: pageSize, after }, options);
    yield page;
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || !after) return;
  }
}

/** The empty page of something that does not exist. */
export const emptyPage = {
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};
