import type { JournalFilter } from '@waybill/client';
import type { Run } from '../command/command.ts';
import { moment } from '../input/durations.ts';
import { eventTypes, wordsFrom } from '../input/words.ts';
import { type Listing, listed } from '../lookup/pages.ts';
import { type Entry, entryLine } from '../output/entries.ts';
import type { Column } from '../output/fields.ts';
import { isRunId, runMessage } from '../problems/other-kind.ts';
import { usage } from '../problems/problems.ts';
import { newEntries } from '../watch/new-entries.ts';

type Options = Listing & {
  type?: string[];
  actor?: string;
  order?: string;
  from?: string;
  to?: string;
  follow?: boolean;
};
type JournalEntry = { orderId: string; event: Entry };

const columns: readonly Column<JournalEntry>[] = [
  ['ORDER', 'orderId'],
  ['ENTRY', ({ event }) => entryLine(event).trim()],
];

export const run: Run<Options> = async (context, { options }) => {
  const { output, signal } = context;
  const client = await context.client();
  if (options.order && isRunId(options.order)) throw usage(`--order: ${runMessage(context.command, options.order)}`);
  const filter = filterFrom(options);
  if (!options.follow) {
    await listed(context, options, columns, (paging) => client.journal.list(filter, paging));
    return undefined;
  }
  if (output.format === 'json') throw usage('An endless stream is written line by line: use -o jsonl');
  if (options.from || options.to || options.after || options.all || options.limit)
    throw usage('-f shows new entries: combine it only with --type, --actor and --order');
  for await (const entry of newEntries(client, filter, signal))
    output.event(entry, (each) => `${each.orderId.padEnd(31)} ${entryLine(each)}`);
  return undefined;
};

const filterFrom = ({ type, actor, order, from, to }: Options): JournalFilter => ({
  ...(type && { type: wordsFrom(type, eventTypes, 'type of entry') }),
  ...(actor && { actor }),
  ...(order && { orderId: order }),
  ...(from && { from: moment(from, '--from') }),
  ...(to && { to: moment(to, '--to') }),
});
