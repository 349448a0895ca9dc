import type { JournalQuery } from '@waybill/contracts';
import { BookRefused } from './refusals.ts';

/** Which entries a page of a journal holds, both ends included, and what lies beyond it. Empty when `to` is below `from`. */
export type JournalWindow = { from: number; to: number; hasMore: boolean; hasEarlier: boolean };

const usual = 100;

/** The requested page of a journal whose entries are numbered from 1 to `newest` without a gap. */
export function journalWindow({ after = 0, first, before, last }: JournalQuery, newest: number): JournalWindow {
  if (first !== undefined && last !== undefined)
    throw new BookRefused('INVALID_REQUEST', 'A page takes either `first` (forwards) or `last` (backwards), not both');
  const end = Math.min(newest, (before ?? Number.POSITIVE_INFINITY) - 1);
  const from = last === undefined ? after + 1 : Math.max(after + 1, end - last + 1);
  const to = last === undefined ? Math.min(end, after + (first ?? usual)) : end;
  return { from, to, hasMore: to < newest, hasEarlier: newest > 0 && from > 1 };
}
