import type { AuditedPage } from '../../activities/book-audit.ts';

type Cursor = NonNullable<AuditedPage['next']>;
type Reconcile = (cursor?: Cursor) => Promise<AuditedPage>;

/** The pages of an audit so far: `searched` of them in what the book may have lost, since `begunAt`. */
export type Pages = Partial<AuditedPage> & { searched?: number; begunAt: string };

/** The most pages in one history, of one search in one audit, and ids of each kind in a result. */
const most = { pages: 500, searched: 200, ids: 200 };

/**
 * Reads pages until the end, or until the next audit or the next history has to go on. A search in all that the engine
 * has may take hours, and open orders must not wait for it: an audit takes only some of its pages.
 */
export async function readPages(reconcile: Reconcile, pages: Pages, limits = most) {
  let { searched = 0, begunAt, found } = pages;
  let next = pages.next ?? undefined;
  for (let read = 0; ; read++) {
    if (next && 'begunAt' in next && next.begunAt) begunAt = next.begunAt;
    const isSearch = next?.pass === 'LOST_ORDERS' || next?.pass === 'LOST_RUNS';
    const isOver = isSearch && searched === limits.searched;
    if (found && next && (isOver || read === limits.pages)) return { found, next, searched, begunAt, isOver };
    if (isSearch) searched += 1;
    const page: AuditedPage = merged(found, await reconcile(next), limits.ids);
    found = page.found;
    if (page.next === null) return { found, next: null, searched, begunAt, isOver: true };
    next = page.next;
  }
}

function merged(before: AuditedPage['found'] | undefined, { found, next }: AuditedPage, ids: number): AuditedPage {
  if (!before) return { found, next };
  const both = <T>(one: T[], other: T[]) => [...one, ...other].slice(0, ids);
  return {
    found: {
      compared: before.compared + found.compared,
      mended: both(before.mended, found.mended),
      lost: both(before.lost, found.lost),
      recovered: both(before.recovered, found.recovered),
      unanswered: both(before.unanswered, found.unanswered),
      stuck: both(before.stuck, found.stuck),
      refused: both(before.refused, found.refused),
    },
    next,
  };
}
