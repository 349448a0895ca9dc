import type { Terminal } from '@waybill/terminal';
import Table from 'cli-table3';
import { type Column, type Item, textAt } from './item.ts';

const sides = ['top', 'bottom', 'left', 'right', 'mid'];
const places = [...sides, 'top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left', 'bottom-right'];
const noBorders = Object.fromEntries([...places, 'left-mid', 'mid-mid', 'right-mid'].map((place) => [place, '']));

/** Columns with titles for a terminal; elsewhere values between tabs, to be cut and counted. */
export function tableLines<T extends Item>(
  items: readonly T[],
  columns: readonly Column<T>[],
  { isTerminal, paint }: Terminal,
): string[] {
  const rows = items.map((item) => columns.map(([, value]) => cell(item, value)));
  if (!isTerminal) return rows.map((row) => row.join('\t'));
  const table = new Table({
    head: columns.map(([title]) => paint.bold(title)),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: { ...noBorders, middle: '  ' },
  });
  table.push(...rows);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const cell = <T extends Item>(item: T, value: Column<T>[1]) =>
  (typeof value === 'string' ? textAt(item, value) : value(item)).replaceAll(/[\t\n\r]+/g, ' ');
