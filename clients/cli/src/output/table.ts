import type { Terminal } from '@waybill/terminal';
import { type Column, type Item, textAt } from './fields.ts';

/** Columns with titles on a terminal; tab-separated values elsewhere, for other programs. */
export async function tableLines<T extends Item>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { isTerminal, paint }: Terminal,
): Promise<string[]> {
  const rows = items.map((item) => columns.map(([, value]) => cell(item, value)));
  if (!isTerminal) return rows.map((row) => row.join('\t'));
  const { gridLines } = await import('./grid.ts');
  return gridLines(
    columns.map(([title]) => paint.bold(title)),
    rows,
  );
}

const cell = <T extends Item>(item: T, value: Column<T>[1]) =>
  (typeof value === 'string' ? textAt(item, value) : value(item)).replaceAll(/[\t\n\r]+/g, ' ');
