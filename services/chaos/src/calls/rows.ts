import type { Db } from '@waybill/platform';
import type { SQL } from 'drizzle-orm';

/** The rows of a statement that is written out, for what a query builder says at more length or at more cost. */
export async function rows<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const result = (await db.execute(statement)) as unknown as { rows: Row[] };
  return result.rows;
}
