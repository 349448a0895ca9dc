import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Is one of these values. An array in one parameter: a list of placeholders would be a different statement for each
 * length.
 */
export const anyOf = (column: PgColumn, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...new Set(values)])}::text[])`;

/** Is this text. The first condition uses an index of its beginning, since a long text does not fit into an index. */
export const isText = (column: PgColumn, text: string): SQL =>
  sql`left(${column}, 200) = left(${text}, 200) and ${column} = ${text}`;

export const whereGiven = <T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined =>
  value === undefined ? undefined : condition(value);
