import { type SQL, sql } from 'drizzle-orm';
import type { TestBook } from './test-book.ts';

/** How the database would read it. */
export async function planOf({ opened }: TestBook, query: SQL): Promise<string> {
  const explained = await opened.db.execute(sql`explain (format text) ${query}`);
  return (explained as unknown as { rows: { 'QUERY PLAN': string }[] }).rows.map((row) => row['QUERY PLAN']).join('\n');
}
