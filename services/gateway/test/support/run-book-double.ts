import type { BookedRun, RunChangePage } from '@waybill/contracts';
import type { RunEntry, RunState } from '@waybill/contracts/domain';
import type { GatewayOptions } from '@waybill/gateway';
import type { Called } from './engine-double.ts';

type RunBook = GatewayOptions['book']['runs'];

/** A double of the order book with the runs, journals and changes that a test gives it. */
export function createRunBookDouble(called: Called) {
  const booked = new Map<string, BookedRun>();
  const journal: RunEntry[] = [];
  const feed: RunChangePage['changes'] = [];
  const runs: RunBook = {
    ...createReads(called, booked, journal),
    changes: async ({ after, waitMs = 0, signal } = {}) => {
      called('runs.book.changes');
      const changes = feed.slice(Number(after ?? feed.length));
      if (changes.length === 0 && waitMs > 0)
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { changes, cursor: String(feed.length) };
    },
  };
  return { runs, booked, journal, feed };
}

const createReads = (called: Called, booked: Map<string, BookedRun>, journal: RunEntry[]) =>
  ({
    find: async (id) => {
      called('runs.book.find');
      return booked.get(id);
    },
    identity: async () => undefined,
    byIds: async (ids) => {
      called('runs.book.byIds');
      return ids.flatMap((id) => booked.get(id) ?? []);
    },
    page: async ({ filter = {}, first = 20 }) => {
      called('runs.book.page');
      const found = [...booked.values()].filter(({ run }) => !filter.about || run.about === filter.about);
      const edges = found.slice(0, first).map((each) => ({ cursor: each.run.runId, booked: each }));
      return { edges, hasNextPage: false, hasPreviousPage: false, changesCursor: '0' };
    },
    journal: async (_id, { after = 0 } = {}) => {
      called('runs.book.journal');
      return { entries: journal.filter(({ seq }) => seq > after), hasMore: false, hasEarlier: false };
    },
  }) satisfies Partial<RunBook>;

export const asBooked = (run: RunState): BookedRun => ({
  run,
  attention: null,
  fingerprint: '',
  asOf: run.updatedAt,
});
