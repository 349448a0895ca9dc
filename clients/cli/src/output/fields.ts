import { noField } from '../input/field-names.ts';

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

/** Refuses a field that none of the items has; a path may lead through what is null. */
export function refuseUnknown(items: readonly Item[], fields: readonly string[]): void {
  if (items.length === 0) return;
  const unknown = fields.find((field) => !items.some((item) => has(item, field.split('.'))));
  if (unknown) throw noField(unknown, [...new Set(items.flatMap(Object.keys))]);
}

function has(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined || value === null) return true;
  return typeof value === 'object' && name in value && has((value as Item)[name], rest);
}

/** Returns the item with only these fields. */
export const pick = (item: Item, fields: readonly string[]): Item =>
  Object.fromEntries(fields.map((field) => [field, valueAt(item, field) ?? null]));
