import { type Database, type DatabaseSettings, openDatabase } from '@waybill/platform';
import type { Books, ChangeNotifier, FeedName, RunBooks } from '../domain/books.ts';
import { orderFeed, runFeed } from './feeds.ts';
import { beginGeneration } from './generations.ts';
import { listenForChanges } from './listen.ts';
import { createNotifier } from './notifier.ts';
import { createPostgresBooks } from './postgres-books.ts';
import { createPostgresRunBooks } from './postgres-run-books.ts';

export type BooksSettings = Pick<DatabaseSettings, 'registry' | 'connections' | 'dataDirSetting'> & {
  /** `postgres://…`; without it, the database runs in this process. */
  databaseUrl?: string | undefined;
  /** The folder of the in-process database; without one, it is in memory. */
  dataDir?: string | undefined;
  /** How long a server may take to respond to a connection attempt or a statement. */
  patienceMs?: number | undefined;
  now: () => Date;
};

/** The books and their database. */
export type OpenBooks = Database & {
  books: Books;
  notifier: ChangeNotifier;
  runs: RunBooks;
  runNotifier: ChangeNotifier;
};

/** Opens the books and brings their tables up to date. */
export async function openBooks({ now, ...settings }: BooksSettings): Promise<OpenBooks> {
  const database = await openTables(settings);
  try {
    return await booksIn(database, settings, now);
  } catch (error) {
    await database.close();
    throw error;
  }
}

const usualPatienceMs = 10_000;

type TablesSettings = Omit<BooksSettings, 'now'>;

/** Opens the database of the books, which brings its tables up to date. */
export const openTables = ({
  databaseUrl,
  dataDir,
  patienceMs = usualPatienceMs,
  ...pool
}: TablesSettings): Promise<Database> => {
  const migrations = new URL('../../migrations', import.meta.url);
  return openDatabase({ url: databaseUrl, dataDir, migrations, schema: 'order_book', patienceMs, ...pool });
};

async function booksIn(
  database: Database,
  { databaseUrl, patienceMs = usualPatienceMs }: TablesSettings,
  now: () => Date,
): Promise<OpenBooks> {
  const begin = () =>
    database.transaction(async (tx) => {
      for (const feed of [orderFeed, runFeed]) await beginGeneration(tx, feed);
    });
  await begin();
  const notifiers = { orders: createNotifier(), runs: createNotifier() };
  const onChange = (feed?: FeedName) => {
    for (const [name, notifier] of Object.entries(notifiers)) if (!feed || feed === name) notifier.notify();
  };
  const options = { onChange, onReconnect: begin, patienceMs };
  const listening = databaseUrl && (await listenForChanges({ connectionString: databaseUrl, ...options }));
  return {
    ...database,
    books: createPostgresBooks({ database, now, onChange: notifiers.orders.notify }),
    notifier: notifiers.orders,
    runs: createPostgresRunBooks({ database, now, onChange: notifiers.runs.notify }),
    runNotifier: notifiers.runs,
    async close() {
      if (listening) listening.close();
      await database.close();
    },
  };
}
