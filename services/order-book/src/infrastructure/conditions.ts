import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Matches one of these values. They are one array parameter: a list of placeholders would be a different statement for
 * each length.
 */
export const anyOf = (column: PgColumn, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...new Set(values)])}::text[])`;

/** Equals this text. The first condition uses an index of its prefix, since a long text does not fit into an index. */
export const isText = (column: PgColumn, text: string): SQL =>
  sql`left(${column}, 200) = left(${text}, 200) and ${column} = ${text}`;

export const whereGiven = <T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined =>
  value === undefined ? undefined : condition(value);
