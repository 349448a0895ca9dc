import { type Database, openDatabase } from '@waybill/platform';
import type { Books, ChangeBell } from '../domain/books.ts';
import { bell } from './bell.ts';
import { listenForChanges } from './listen.ts';
import { postgresBooks } from './postgres-books.ts';

export type BooksSettings = {
  /** `postgres://…`; without one the books are kept in this process. */
  databaseUrl?: string | undefined;
  /** Where the books in this process keep their files; without a folder they are gone when closed. */
  dataDir?: string | undefined;
  /** How long a server may leave a connection or a statement without an answer. */
  patienceMs?: number | undefined;
  now: () => Date;
};

/** The books, and the database that they are written in. */
export type OpenBooks = Database & { books: Books; bell: ChangeBell };

/** Opens the books and brings their tables up to date. */
export async function openBooks({ databaseUrl, dataDir, patienceMs = 10_000, now }: BooksSettings): Promise<OpenBooks> {
  const migrations = new URL('../../migrations', import.meta.url);
  const database = await openDatabase({ url: databaseUrl, dataDir, migrations, schema: 'order_book', patienceMs });
  const rings = bell();
  const ears = { heard: rings.ring, patienceMs };
  const listening = databaseUrl && (await listenForChanges({ connectionString: databaseUrl, ...ears }));
  return {
    ...database,
    books: postgresBooks({ database, now, onChange: rings.ring }),
    bell: rings,
    async close() {
      if (listening) listening.close();
      await database.close();
    },
  };
}
