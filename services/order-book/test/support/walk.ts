import type { TestBook } from './test-book.ts';

type Page = Awaited<ReturnType<TestBook['book']['page']>>;

/** The ids of a whole list, read page by page, in the order of the list. */
export async function walk(
  read: (cursor: string | undefined) => Promise<Page>,
  way: 'forwards' | 'backwards',
): Promise<string[]> {
  let list: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { edges, hasNextPage, hasPreviousPage } = await read(cursor);
    const ids = edges.map(({ booked: { order } }) => order.orderId);
    list = way === 'forwards' ? [...list, ...ids] : [...ids, ...list];
    cursor = edges.at(way === 'forwards' ? -1 : 0)?.cursor;
    if (!(way === 'forwards' ? hasNextPage : hasPreviousPage)) return list;
  }
}
