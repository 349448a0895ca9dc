import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { engineHistory } from '../lookup/engine-history.ts';
import { findOrder } from '../lookup/find-order.ts';
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

/** Prints the current journal; with --follow also new entries. */
export async function run(context: Context, { args: [id = ''], options }: Call<Options>): Promise<undefined> {
  const { client, output, signal } = context;
  const from = { signal, ...(options.after && { after: options.after }) };
  const shop = await client();
  if (options.engine) return engineHistory(context, id, options.after);
  if (options.follow) return void (await printStream(output, shop.orders.events(id, from), entryLine));
  await findOrder(shop, id, signal);
  const items: Entry[] = [];
  for await (const { nodes } of shop.orders.timeline(id, from)) items.push(...nodes);
  await output.list({ items, nextCursor: items.at(-1)?.cursor ?? options.after ?? null }, columns);
}
