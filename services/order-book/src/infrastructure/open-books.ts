import { type Db, openDatabase } from '@waybill/platform';
import type { Books, ChangeBell } from '../domain/books.ts';
import { bell } from './bell.ts';
import { listenForChanges } from './listen.ts';
import { postgresBooks } from './postgres-books.ts';

export type BooksSettings = {
  /** `postgres://…`; without one the books are kept in this process. */
  databaseUrl?: string | undefined;
  /** Where the books in this process keep their files; without a folder they are gone when closed. */
  dataDir?: string | undefined;
  now: () => Date;
};

export type OpenBooks = {
  books: Books;
  bell: ChangeBell;
  /** What the books are written in. */
  db: Db;
  reachable: () => Promise<boolean>;
  close: () => Promise<void>;
};

/** Opens the books and brings their tables up to date. */
export async function openBooks({ databaseUrl, dataDir, now }: BooksSettings): Promise<OpenBooks> {
  const migrations = new URL('../../migrations', import.meta.url);
  const database = await openDatabase({ url: databaseUrl, dataDir, migrations, schema: 'order_book' });
  const rings = bell();
  const listening = databaseUrl ? await listenForChanges(databaseUrl, rings.ring) : undefined;
  return {
    books: postgresBooks({ db: database.db, now, onChange: rings.ring }),
    bell: rings,
    db: database.db,
    reachable: database.reachable,
    async close() {
      await listening?.close();
      await database.close();
    },
  };
}
