import type { JournalEntry } from '@waybill/contracts/domain';
import type { OrderSnapshot, Page, PageArgs } from '@waybill/graphql';
import { NotRunning } from '@waybill/orders-client';
import { emptyWhenUnknown, readJournalAfter } from '../live/journal.ts';
import type { PortDependencies } from './dependencies.ts';

const usualPage = 20;

type TimelineDependencies = Pick<PortDependencies, 'book' | 'orders' | 'watches'>;

/**
 * A page of an order's journal; its cursors are the numbers of the entries. It shows the same moment as the order in
 * the same response: nothing that is newer, and what the order book does not have yet comes from the workflow.
 */
export function createTimeline({ book, orders, watches }: TimelineDependencies) {
  /** All entries after `seq`, up to the order's revision. */
  const newest = async ({ orderId, revision }: OrderSnapshot, seq: number): Promise<JournalEntry[]> => {
    const held = watches.heldEntries(orderId, seq);
    if (held && (held.at(-1)?.seq ?? 0) >= revision) return held;
    const entries: JournalEntry[] = [];
    try {
      while ((entries.at(-1)?.seq ?? seq) < revision) {
        const { journal } = await orders.read(orderId, entries.at(-1)?.seq ?? seq);
        if (journal.length === 0) break;
        entries.push(...journal);
      }
      return entries;
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
      return readJournalAfter(book, orderId, seq); // it has ended meanwhile, which the book has before
    }
  };

  const inBook = (id: string, page: PageArgs) =>
    book
      .journal(id, {
        ...(page.last === undefined ? { first: page.first ?? usualPage } : { last: page.last }),
        ...(page.after === undefined ? {} : { after: Number(page.after) }),
        ...(page.before === undefined ? {} : { before: Number(page.before) }),
      })
      .catch(emptyWhenUnknown);

  return async (order: OrderSnapshot, { before, ...page }: PageArgs): Promise<Page<JournalEntry>> => {
    const end = Math.min(order.revision, Number(before ?? Number.POSITIVE_INFINITY) - 1);
    const { entries, hasMore } = await inBook(order.orderId, { ...page, before: `${end + 1}` });
    const last = entries.at(-1)?.seq ?? Number(page.after ?? 0);
    const rest = hasMore || last >= end ? [] : await newest(order, last);
    const known = [...entries, ...rest].filter(({ seq }) => seq <= end);
    const shown = page.last === undefined ? known.slice(0, page.first ?? usualPage) : known.slice(-page.last);
    return {
      edges: shown.map((entry) => ({ cursor: String(entry.seq), node: entry })),
      hasNextPage: (shown.at(-1)?.seq ?? order.revision) < order.revision,
      hasPreviousPage: (shown[0]?.seq ?? 1) > 1,
    };
  };
}
