import { usage } from '../problems/problems.ts';

export type Item = Readonly<Record<string, unknown>>;
/** A column of a table: its title, and a path into the item or a function of the item. */
export type Column<T extends Item = Item> = readonly [title: string, value: string | ((item: T) => string)];

/** Returns the value at a path such as `total.amount`. */
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

/** Returns the item with only these fields. */
export function pick(item: Item, fields: readonly string[]): Item {
  const unknown = fields.find((field) => !((field.split('.')[0] ?? '') in item));
  if (unknown) throw usage(`There is no field ${unknown}; choose from ${Object.keys(item).join(', ')}`);
  return Object.fromEntries(fields.map((field) => [field, valueAt(item, field) ?? null]));
}
