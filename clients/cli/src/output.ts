import type { Terminal } from '@waybill/terminal';
import { usage } from './problems.ts';

export const formats = ['table', 'json', 'jsonl', 'id'] as const;
export type Format = (typeof formats)[number];

export type Item = Readonly<Record<string, unknown>>;
export type Page = { items: readonly Item[]; nextCursor: string | null };
/** A column of a table: its title, and a path into the item or a function of it. */
export type Column<T extends Item = Item> = readonly [title: string, value: string | ((item: T) => string)];

type OutputOptions = { terminal: Terminal; format: Format; fields: readonly string[]; isQuiet: boolean };

export type Output = ReturnType<typeof createOutput>;

/** All that a command writes to stdout, in the format that was asked for. */
export function createOutput({ terminal, format, fields, isQuiet }: OutputOptions) {
  const chosen = (item: Item): Item => (fields.length === 0 ? item : pick(item, fields));
  const write = (value: unknown) => terminal.say(JSON.stringify(value));
  const table = async <T extends Item>(items: readonly T[], columns: readonly Column<T>[]) => {
    const shown = fields.length === 0 ? columns : fields.map((field): Column<T> => [field, field]);
    const { tableLines } = await import('./table.ts');
    for (const line of tableLines(items, shown, terminal)) terminal.say(line);
  };

  return {
    format,
    terminal,
    isForPeople: format === 'table',
    /** A sentence for people, where the output is for them. */
    say: (line: string) => {
      if (format === 'table' && !isQuiet) terminal.say(line);
    },
    table,
    /** One thing: its JSON, its id, or lines of text. */
    one: <T extends Item>(item: T, lines: (item: T) => readonly string[]) => {
      if (format === 'id') return terminal.say(idOf(item));
      if (format !== 'table') return write(chosen(item));
      if (fields.length > 0) return terminal.say(fields.map((field) => textAt(item, field)).join('\t'));
      for (const line of lines(item)) terminal.say(line);
    },
    /** A list: one document with where it goes on, a line for each, or a table. */
    list: async <T extends Item>(
      page: { items: readonly T[]; nextCursor: string | null },
      columns: readonly Column<T>[],
    ) => {
      if (format === 'json') return write({ ...page, items: page.items.map(chosen) });
      if (format === 'table') return table(page.items, columns);
      for (const item of page.items) {
        if (format === 'id') terminal.say(idOf(item));
        else write(chosen(item));
      }
    },
    /** An element of a stream, which is a line of its own: of JSON, or of text. */
    event: <T extends Item>(event: T, text: (event: T) => string) => {
      if (format === 'table')
        return terminal.say(fields.length > 0 ? fields.map((f) => textAt(event, f)).join('\t') : text(event));
      if (format === 'id') return terminal.say(idOf(event));
      const { type, cursor, ...rest } = event;
      write({ type, ...(cursor !== undefined && { cursor }), ...chosen(rest) });
    },
    json: write,
  };
}

const idOf = (item: Item) => String(item.id ?? item.cursor ?? item.sku ?? item.orderId ?? '');

/** The value at a path such as `total.amount`. */
export function valueAt(item: Item, path: string): unknown {
  let value: unknown = item;
  for (const name of path.split('.')) value = (value as Item | null | undefined)?.[name];
  return value;
}

export function textAt(item: Item, path: string): string {
  const value = valueAt(item, path);
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pick(item: Item, fields: readonly string[]): Item {
  const unknown = fields.find((field) => !((field.split('.')[0] ?? '') in item));
  if (unknown) throw usage(`There is no field ${unknown}; there are ${Object.keys(item).join(', ')}`);
  return Object.fromEntries(fields.map((field) => [field, valueAt(item, field) ?? null]));
}
