import type { Paging, Waybill } from '@waybill/client';
import type { Run } from '../command/command.ts';
import { engineHistory } from '../lookup/engine-history.ts';
import { findOrder } from '../lookup/find-order.ts';
import { findRun } from '../lookup/find-run.ts';
import { createListing } from '../lookup/pages.ts';
import { type Entry, entryLine, printStream } from '../output/entries.ts';
import type { Column } from '../output/fields.ts';

type Options = { engine?: boolean; after?: string; follow?: boolean };

const columns: readonly Column<Entry>[] = [
  ['SEQ', 'seq'],
  ['AT', 'at'],
  ['TYPE', 'type'],
  ['STEP', 'step'],
  ['ACTOR', 'actor'],
  ['DETAIL', 'detail'],
];

/** What orders and runs have in common. */
type WithJournal = {
  timeline: (id: string, paging: Paging) => AsyncIterable<{ nodes: readonly Entry[] }>;
  events: (id: string, options: { after?: string; signal: AbortSignal }) => AsyncIterable<Entry>;
  history: Waybill['orders']['history'];
};
type Find = (client: Waybill, id: string, signal: AbortSignal) => Promise<object>;

/** Prints the current journal; with --follow also new entries. */
const historyOf =
  (methods: (client: Waybill) => WithJournal, find: Find): Run<Options> =>
  async (context, { args: [id = ''], options }) => {
    const { output, signal } = context;
    const from = { signal, ...(options.after && { after: options.after }) };
    const client = await context.client();
    const { timeline, events, history } = methods(client);
    if (options.follow && !options.engine) return void (await printStream(output, events(id, from), entryLine));
    await find(client, id, signal);
    if (options.engine) return engineHistory(context, { history }, id, options.after);
    const list = createListing(output, columns);
    let nextCursor = options.after ?? null;
    for await (const { nodes } of timeline(id, from)) {
      await list.add(nodes);
      nextCursor = nodes.at(-1)?.cursor ?? nextCursor;
    }
    await list.end(nextCursor);
    return undefined;
  };

export const run = historyOf(({ orders }) => orders, findOrder);
export const ofRun = historyOf(({ runs }) => runs, findRun);
