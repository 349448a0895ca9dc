import { badUserInput } from '../builder/request-errors.ts';
import type { PageArgs } from '../page/port.ts';

/** The sequence number that a cursor stands for; 0, before all entries, without a cursor. */
export function seqOf(cursor: string | null | undefined, argument = 'after'): number {
  const seq = Number(cursor ?? 0);
  if (cursor && !(/^\d{1,10}$/.test(cursor) && seq < 2 ** 31))
    throw badUserInput(`${argument} is not a cursor of this journal`);
  return seq;
}

/** Refuses a page with a cursor that does not belong to a journal. */
export function parseJournalPage(page: PageArgs): PageArgs {
  if (page.after === undefined) seqOf(page.before, 'before');
  else seqOf(page.after);
  return page;
}
