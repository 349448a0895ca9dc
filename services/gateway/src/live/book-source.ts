import { Refused } from '@waybill/order-book-client';
import type { Entry, Snapshot, Source } from './source.ts';

/** What the order book's half of a source needs to know, of orders or of runs. */
type BookKind<S extends Snapshot, E extends Entry, Booked> = {
  book: {
    find(id: string): Promise<Booked | undefined>;
    byIds(ids: readonly string[]): Promise<Booked[]>;
    journal: Source<S, E>['journal'];
  };
  fromBook: (booked: Booked) => S;
  /** What an engine has that the book does not know yet. */
  beforeRecord: (id: string) => Promise<Booked | undefined>;
  lostUnlessRunning: (booked: Booked) => Promise<Booked>;
  /** The code by which the book says that it has none. */
  unknown: string;
};

type BookSource<S extends Snapshot, E extends Entry> = Pick<
  Source<S, E>,
  'inBook' | 'inBookTogether' | 'lastRecord' | 'endedOrLost' | 'endedOrLostTogether' | 'journal'
>;

/** The part of a source that the order book answers. */
export function createBookSource<S extends Snapshot, E extends Entry, Booked>({
  book,
  fromBook,
  beforeRecord,
  lostUnlessRunning,
  unknown,
}: BookKind<S, E, Booked>): BookSource<S, E> {
  const known = async (id: string) => (await book.find(id)) ?? (await beforeRecord(id));
  const together = async (ids: readonly string[]) => (ids.length > 0 ? await book.byIds(ids) : []);
  return {
    async inBook(id) {
      const booked = await book.find(id);
      return booked && fromBook(booked);
    },
    inBookTogether: async (ids) => (await together(ids)).map(fromBook),
    async lastRecord(id) {
      const booked = await known(id);
      return booked && fromBook(booked);
    },
    async endedOrLost(id) {
      const booked = await known(id);
      return booked && fromBook(await lostUnlessRunning(booked));
    },
    endedOrLostTogether: async (ids) => (await Promise.all((await together(ids)).map(lostUnlessRunning))).map(fromBook),
    journal: (id, query) =>
      book.journal(id, query).catch((error: unknown) => {
        if (error instanceof Refused && error.code === unknown) return { entries: [], hasMore: false };
        throw error;
      }),
  };
}
