import type { Terminal } from '@waybill/terminal';
import { type Column, type Item, pick, refuseUnknown, textAt } from './fields.ts';

export const formats = ['table', 'json', 'jsonl', 'id'] as const;
export type Format = (typeof formats)[number];

type OutputOptions = {
  terminal: Terminal;
  format: Format;
  fields: readonly string[];
  isQuiet: boolean;
  /** Writes the commands in a sentence as the user types them. */
  asTyped: (line: string) => string;
};

export type Output = ReturnType<typeof createOutput>;

/** Writes everything to stdout, in the requested format. */
export function createOutput({ terminal, format, fields, isQuiet, asTyped }: OutputOptions) {
  const chosen = (item: Item): Item => (fields.length === 0 ? item : pick(item, fields));
  const textOf = <T extends Item>(item: T, text: (item: T) => string): string =>
    fields.length > 0 ? fields.map((field) => textAt(item, field)).join('\t') : text(item);
  const write = (value: unknown) => terminal.say(JSON.stringify(value));

  return {
    format,
    fields,
    terminal,
    isForPeople: format === 'table',
    /** Writes a sentence when the output is for people. */
    say: (line: string) => {
      if (format === 'table' && !isQuiet) terminal.say(asTyped(line));
    },
    /** Writes one item: its JSON, its id if it has one, or lines of text. */
    one: <T extends Item>(item: T, lines: (item: T) => readonly string[], id = idOf(item)) => {
      if (format === 'id') return id === '' ? undefined : terminal.say(id);
      refuseUnknown([item], fields);
      if (format !== 'table') return write(chosen(item));
      if (fields.length > 0) return terminal.say(textOf(item, () => ''));
      for (const line of lines(item)) terminal.say(line);
    },
    ...createListOutput({ terminal, format, fields, chosen, write }),
    ...createStreamOutput({ terminal, format, fields, textOf, chosen, write }),
  };
}

type ListOutputOptions = Pick<OutputOptions, 'terminal' | 'format' | 'fields'> & {
  chosen: (item: Item) => Item;
  write: (value: unknown) => void;
};

const createListOutput = ({ terminal, format, fields, chosen, write }: ListOutputOptions) => ({
  /** Whether a list is written as its pages arrive: a table on a terminal needs all widths, and a document its end. */
  isByPage: format === 'jsonl' || format === 'id' || (format === 'table' && !terminal.isTerminal),
  /**
   * Writes a list: one document with the next cursor, a line for each item, or a table. A later page of a list may lack
   * a field that an earlier one has.
   */
  list: async <T extends Item>(
    page: { items: readonly T[]; nextCursor: string | null },
    columns: readonly Column<T>[],
    isLaterPage = false,
  ) => {
    if (format !== 'id' && !isLaterPage) refuseUnknown(page.items, fields);
    if (format === 'json') return write({ ...page, items: page.items.map(chosen) });
    if (format === 'table') return printTable(terminal, page.items, chosenColumns(columns, fields));
    for (const item of page.items) {
      if (format === 'id') terminal.say(idOf(item));
      else write(chosen(item));
    }
  },
});

type StreamOutputOptions = ListOutputOptions & {
  textOf: <T extends Item>(item: T, text: (item: T) => string) => string;
};

/** Writes what comes one after another. */
const createStreamOutput = ({ terminal, format, fields, textOf, chosen, write }: StreamOutputOptions) => ({
  hasFields: fields.length > 0,
  /** Writes a document as it is, or its chosen fields. */
  json: (value: Item) => {
    refuseUnknown([value], fields);
    write(chosen(value));
  },
  /** Writes an element of a stream as one line of JSON or text. */
  event: <T extends Item>(event: T, text: (event: T) => string) => {
    if (format === 'id') return terminal.say(idOf(event));
    refuseUnknown([event], fields);
    if (format !== 'table') return write(elementOf(event, chosen));
    terminal.say(textOf(event, text));
  },
  /** Writes a line for each change that can be seen: the chosen fields, or text. */
  changes: <T extends Item & { id: string }>(text: (item: T) => string) => {
    const said = new Map<string, string>();
    return (item: T) => {
      refuseUnknown([item], fields);
      const line = textOf(item, text);
      if (said.get(item.id) !== line) terminal.say(line);
      said.set(item.id, line);
    };
  },
});

const idOf = (item: Item) => String(item.id ?? item.cursor ?? item.sku ?? item.orderId ?? item.name ?? '');

/** The type and the cursor come first, whichever fields are chosen. */
function elementOf({ type, cursor, ...rest }: Item, chosen: (item: Item) => Item): Item {
  return { type, ...(cursor !== undefined && { cursor }), ...chosen(rest) };
}

async function printTable<T extends Item>(terminal: Terminal, items: readonly T[], columns: readonly Column<T>[]) {
  const { tableLines } = await import('./table.ts');
  for (const line of await tableLines(items, columns, terminal)) terminal.say(line);
}

const chosenColumns = <T extends Item>(columns: readonly Column<T>[], fields: readonly string[]) =>
  fields.length === 0 ? columns : fields.map((field): Column<T> => [field, field]);
