import type { SQL } from 'drizzle-orm';
import type { Db } from './transaction.ts';

/** The rows of a hand-written statement, where a query builder would be longer or slower. */
export async function rows<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const result = (await db.execute(statement)) as unknown as { rows: Row[] };
  return result.rows;
}
