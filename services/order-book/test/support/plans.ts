import { rows } from '@waybill/platform';
import { type SQL, sql } from 'drizzle-orm';
import type { TestBook } from './test-book.ts';

/** How the database would read it. */
export async function planOf({ opened }: TestBook, query: SQL): Promise<string> {
  const explained = await rows<{ 'QUERY PLAN': string }>(opened.db, sql`explain (format text) ${query}`);
  return explained.map((row) => row['QUERY PLAN']).join('\n');
}
