import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noPostgres, postgresServer, type Server } from '@waybill/platform/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrderBook } from '../src/application/order-book.ts';
import { openBooks } from '../src/infrastructure/open-books.ts';
import { aWrite } from './support/orders.ts';
import { opening, writtenAt } from './support/test-book.ts';

const never = new AbortController().signal;

type Kept = { databaseUrl?: string; dataDir?: string };
type Keeping = { kept: Kept; backUp: () => Promise<void>; restore: () => Promise<void> };

describe('books that were restored from a backup, kept in process', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-restored-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  itIsSaid(async () => {
    const [dataDir, backup] = [join(folder, 'books'), join(folder, 'backup')];
    return {
      kept: { dataDir },
      backUp: () => cp(dataDir, backup, { recursive: true }),
      restore: async () => {
        await rm(dataDir, { recursive: true });
        await cp(backup, dataDir, { recursive: true });
      },
    };
  });
});

describe.skipIf(noPostgres)(`the same, kept in Postgres${noPostgres ? `: ${noPostgres}` : ''}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await postgresServer();
  }, opening);
  afterAll(() => server.stop(), opening);

  itIsSaid(async () => {
    const databaseUrl = await server.freshDatabase();
    const name = new URL(databaseUrl).pathname.slice(1);
    const admin = (statement: string) => told(databaseUrl.replace(/\/[^/]*$/, '/postgres'), statement);
    return {
      kept: { databaseUrl },
      backUp: () => admin(`create database ${name}_backup template ${name}`),
      restore: async () => {
        await admin(`drop database ${name}`);
        await admin(`alter database ${name}_backup rename to ${name}`);
      },
    };
  });
});

/** The same tests of restored cursors on each engine. */
function itIsSaid(keep: () => Promise<Keeping>): void {
  test(
    'a cursor of a lost change is refused, even if its number was reused; one of a kept change is valid',
    async () => {
      const { kept, backUp, restore } = await keep();
      const shared = await during(kept, ['a', 'b']);
      await backUp();
      const lost = await during(kept, ['c', 'd', 'e']);

      await restore();
      const atOnce = await outcomes(kept, [], [...shared, ...lost]);
      const later = await outcomes(kept, ['v', 'w', 'x', 'y', 'z'], [...shared, ...lost]);

      const refused = ['FEED_RESTORED', 'FEED_RESTORED', 'FEED_RESTORED'];
      expect(atOnce).toEqual([['b'], [], ...refused]);
      expect(later).toEqual([['b', 'v', 'w', 'x', 'y', 'z'], ['v', 'w', 'x', 'y', 'z'], ...refused]);
    },
    2 * opening,
  );
}

/** The cursors of these orders, which are written one after another. */
const during = (kept: Kept, orderIds: string[]): Promise<string[]> =>
  withBook(kept, async (book) => {
    const cursors: string[] = [];
    for (const orderId of orderIds) {
      await book.record(aWrite({ orderId }));
      cursors.push((await book.changes({ after: undefined, waitMs: 0, signal: never })).cursor);
    }
    return cursors;
  });

/** What is said to each cursor when these orders have been written. */
const outcomes = (kept: Kept, orderIds: string[], cursors: string[]) =>
  withBook(kept, async (book) => {
    for (const orderId of orderIds) await book.record(aWrite({ orderId }));
    const answers = cursors.map((after) =>
      book.changes({ after, waitMs: 0, signal: never }).then(
        ({ changes }) => changes.map(({ booked }) => booked.order.orderId),
        ({ code }: { code: string }) => code,
      ),
    );
    return Promise.all(answers);
  });

async function withBook<T>(kept: Kept, work: (book: ReturnType<typeof createOrderBook>) => Promise<T>): Promise<T> {
  const opened = await openBooks({ ...kept, now: () => writtenAt });
  return work(createOrderBook(opened)).finally(opened.close);
}

async function told(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
