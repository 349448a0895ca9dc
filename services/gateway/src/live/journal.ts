import type { JournalEntry } from '@waybill/contracts/domain';
import { Refused } from '@waybill/order-book-client';
import type { Book } from '../order-book.ts';

/** The entries of an order's journal after `seq` in the order book; none when the book does not have the order yet. */
export async function readJournalAfter(book: Book, orderId: string, seq: number): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let more = true; more; ) {
    const page = await readJournalPage(book, orderId, entries.at(-1)?.seq ?? seq);
    entries.push(...page.entries);
    more = page.hasMore;
  }
  return entries;
}

/** One page of them, oldest first. */
export const readJournalPage = (book: Book, orderId: string, after: number) =>
  book.journal(orderId, { after, first: 200 }).catch(emptyWhenUnknown);

export function emptyWhenUnknown(error: unknown) {
  if (error instanceof Refused && error.code === 'ORDER_NOT_FOUND')
    return { entries: [], hasMore: false, hasEarlier: false };
  throw error;
}
